"""Pages of the decision check."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from ledstjarna.people.viewer import Request
from ledstjarna.rooms.principles import actions, forms, reads
from ledstjarna.web.papers import attached
from ledstjarna.web.reply import reply, submit


def _url(ref: Any) -> str:
    return reverse("principles:decision", args=[ref])


@require_GET
def decision(request: Request, ref: str) -> HttpResponse:
    """How a prepared decision hangs together."""
    return reply(request, "principles/decision.html", reads.decision(ref=ref, viewer=request.viewer))


@require_http_methods(["GET", "POST"])
def prepare(request: Request) -> HttpResponse:
    """First a few sentences; then what they touch, what the decision serves and what it costs."""
    to = request.GET.get("to", "")[:16]
    words = forms.typed(request.POST)
    desk = reads.decision_desk(
        viewer=request.viewer, to=to, **{name: str(word)[:1500] for name, word in words.items()}
    )
    if request.method == "GET":
        return reply(request, "principles/prepare.html", desk, form=forms.Describe())
    first = forms.Describe(request.POST)
    if not first.is_valid():
        return reply(request, "principles/prepare.html", desk, form=first, status=422)
    if "save" not in request.POST:
        form = forms.Prepare(initial=first.cleaned_data | desk.values)
        form.offer(serves=desk.serves, leans_on=desk.leans_on)
        return reply(request, "principles/prepare.html", desk, form=form)
    form = forms.Prepare(request.POST)
    form.offer(serves=desk.serves, leans_on=desk.leans_on)
    return submit(
        request, form, actions.prepare, then=_url, template="principles/prepare.html", page=lambda: desk
    )


@require_GET
def paper(request: Request, ref: str, form: str) -> HttpResponse:
    """Half a page to paste into the case, as DOCX or PDF."""
    return attached(reads.paper(ref=ref, viewer=request.viewer), form, ref)
