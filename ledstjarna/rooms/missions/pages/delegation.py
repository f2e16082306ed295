"""Pages of rights to decide."""

from django import forms as django_forms
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ledstjarna.people.viewer import Request
from ledstjarna.plumbing import sheets
from ledstjarna.rooms.missions import actions, forms, reads
from ledstjarna.thread.reads import Missing, Refused
from ledstjarna.web.attempt import Action
from ledstjarna.web.reply import page_number, reply, submit


def _register(request: Request, ref: str) -> reads.Register:
    query = request.GET.get("q", "")[:100]
    return reads.register(ref=ref, viewer=request.viewer, query=query, number=page_number(request))


@require_http_methods(["GET", "POST"])
def register(request: Request, ref: str) -> HttpResponse:
    """A register, and the form for one more."""
    if request.method == "GET":
        return reply(request, "missions/register.html", _register(request, ref), form=forms.Delegate())
    return submit(
        request,
        forms.Delegate(request.POST),
        actions.delegate,
        then=lambda made: reverse("missions:delegation", args=[made]),
        template="missions/register.html",
        page=lambda: _register(request, ref),
        ref=ref,
    )


def _page(request: Request, ref: str) -> reads.DelegationPage:
    return reads.delegation(ref=ref, viewer=request.viewer, now=request.now)


@require_GET
def delegation(request: Request, ref: str) -> HttpResponse:
    """A right and its decisions."""
    return reply(request, "missions/delegation.html", _page(request, ref))


def _sent(request: Request, ref: str, form: type[django_forms.Form], action: Action) -> HttpResponse:
    return submit(
        request,
        form(request.POST),
        action,
        then=lambda done: reverse("missions:delegation", args=[done]),
        template="missions/delegation.html",
        page=lambda: _page(request, ref),
        ref=ref,
    )


@require_POST
def decide_by(request: Request, ref: str) -> HttpResponse:
    """A decision."""
    return _sent(request, ref, forms.Decided, actions.decide_by)


@require_POST
def report(request: Request, ref: str) -> HttpResponse:
    """A decision reported."""
    return _sent(request, ref, forms.Report, actions.report)


@require_POST
def revoke(request: Request, ref: str) -> HttpResponse:
    """Taken back."""
    return _sent(request, ref, forms.Revoke, actions.revoke)


@require_http_methods(["GET", "POST"])
def bring_register(request: Request, ref: str) -> HttpResponse:
    """A list is brought: what it would do to the register is shown, and nothing is changed."""
    page = _register(request, ref)
    if not page.may_delegate:
        raise Missing(ref)
    if request.method == "GET":
        return reply(request, "missions/register_bring.html", page, form=forms.BringRegister())
    form = forms.BringRegister(request.POST, request.FILES)
    if form.is_valid():
        typed = form.cleaned_data
        try:
            seen = reads.register_preview(
                ref=ref, viewer=request.viewer, data=typed["file"], begins=typed["begins"]
            )
        except Refused as refusal:
            form.add_error(None, refusal.reason)
        else:
            return reply(request, "missions/register_preview.html", seen)
    return reply(request, "missions/register_bring.html", page, form=form, status=422)


@require_POST
def take_register(request: Request, ref: str) -> HttpResponse:
    """A list that was looked at is taken into the register."""
    return submit(
        request,
        forms.TakeRegister(request.POST),
        actions.take_register,
        then=lambda done: reverse("missions:register", args=[done]),
        template="missions/register_bring.html",
        page=lambda: _register(request, ref),
        ref=ref,
    )


@require_GET
def register_file(request: Request, ref: str) -> HttpResponse:
    """The register as a spreadsheet."""
    made = reads.register_file(ref=ref, viewer=request.viewer)
    name = f'attachment; filename="register-{ref}.xlsx"'
    return HttpResponse(made, content_type=sheets.XLSX, headers={"Content-Disposition": name})
