"""Pages of steering documents."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ledstjarna.people.viewer import Request
from ledstjarna.plumbing.sheets import Unreadable
from ledstjarna.rooms.principles import actions, files, forms, reads
from ledstjarna.web.attempt import Action
from ledstjarna.web.fields import Confirm
from ledstjarna.web.reply import reply, submit


def _url(ref: Any) -> str:
    return reverse("principles:document", args=[ref])


def _page(request: Request, ref: str) -> reads.DocumentPage:
    return reads.document(ref=ref, viewer=request.viewer, now=request.now)


@require_GET
def home(request: Request) -> HttpResponse:
    """What all decisions lean on."""
    query = request.GET.get("q", "")[:100]
    return reply(
        request, "principles/home.html", reads.home(viewer=request.viewer, now=request.now, query=query)
    )


@require_GET
def document(request: Request, ref: str) -> HttpResponse:
    """A steering document."""
    return reply(request, "principles/document.html", _page(request, ref))


@require_GET
def paragraph(request: Request, ref: str) -> HttpResponse:
    """A part of a document."""
    return reply(request, "principles/paragraph.html", reads.paragraph(ref=ref, viewer=request.viewer))


def _offered(form: forms.Tied, desk: reads.DocumentDesk) -> forms.Tied:
    form.offer(serves=desk.serves, leans_on=desk.leans_on, given_to=desk.given_to)
    return form


def _written(
    request: Request, desk: reads.DocumentDesk, kind: type[forms.Tied], action: Action, **beside: Any
) -> HttpResponse:
    form = _offered(kind(request.POST) if request.method == "POST" else kind(initial=desk.values), desk)
    if request.method == "GET":
        return reply(request, "principles/write.html", desk, form=form)
    return submit(
        request, form, action, then=_url, template="principles/write.html", page=lambda: desk, **beside
    )


@require_http_methods(["GET", "POST"])
def new(request: Request) -> HttpResponse:
    """A new steering document."""
    return _written(request, reads.document_desk(viewer=request.viewer), forms.Document, actions.set_document)


@require_http_methods(["GET", "POST"])
def change(request: Request, ref: str) -> HttpResponse:
    """Another version of a document."""
    desk = reads.document_desk(viewer=request.viewer, ref=ref)
    return _written(request, desk, forms.ChangeDocument, actions.change_document, ref=ref)


@require_http_methods(["GET", "POST"])
def bring(request: Request) -> HttpResponse:
    """A document from a file: its text and parts, in the form for a new one; nothing is saved yet."""
    empty = reads.document_desk(viewer=request.viewer)
    form = forms.Bring(request.POST, request.FILES) if request.method == "POST" else forms.Bring()
    if request.method == "GET" or not form.is_valid():
        return reply(request, "principles/bring.html", empty, form=form, status=422 if form.is_bound else 200)
    file = form.cleaned_data["file"]
    try:
        text = files.text_of(file.name, file.read())
    except Unreadable as error:
        form.add_error("file", str(error))
        return reply(request, "principles/bring.html", empty, form=form, status=422)
    title = file.name.rpartition(".")[0].replace("_", " ")[:200]
    desk = reads.document_desk(viewer=request.viewer, text=text, title=title)
    return reply(
        request, "principles/write.html", desk, form=_offered(forms.Document(initial=desk.values), desk)
    )


@require_POST
def stop(request: Request, ref: str) -> HttpResponse:
    """A document holds no longer."""
    return submit(
        request,
        Confirm(request.POST),
        actions.stop,
        then=_url,
        template="principles/document.html",
        page=lambda: _page(request, ref),
        ref=ref,
    )
