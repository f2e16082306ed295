"""Pages of entries' copies without names: looked through, mended, released."""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ledstjarna.people.viewer import Request
from ledstjarna.rooms.accelerator import actions, forms, reads
from ledstjarna.web.fields import Confirm
from ledstjarna.web.reply import reply, submit


@require_GET
def copies(request: Request, ref: str) -> HttpResponse:
    """The copies without names."""
    return reply(request, "accelerator/copies.html", reads.copies(ref=ref, viewer=request.viewer))


@require_http_methods(["GET", "POST"])
def mend(request: Request, ref: str) -> HttpResponse:
    """An entry beside its copy, which can be mended."""
    page = reads.copy(ref=ref, viewer=request.viewer)
    kind = forms.mend_form(page.questions)
    if request.method == "GET":
        form = kind(initial=forms.at_places(page.values))
        return reply(request, "accelerator/mend.html", page, form=form)
    return submit(
        request,
        kind(request.POST),
        actions.mend_copy,
        then=lambda _done: reverse("accelerator:copies", args=[page.call.ref]),
        template="accelerator/mend.html",
        page=lambda: page,
        ref=ref,
    )


@require_POST
def release(request: Request, ref: str) -> HttpResponse:
    """The copies without names are released."""
    return submit(
        request,
        Confirm(request.POST),
        actions.release_copies,
        then=lambda done: reverse("accelerator:call", args=[done]),
        template="accelerator/copies.html",
        page=lambda: reads.copies(ref=ref, viewer=request.viewer),
        ref=ref,
    )
