"""A whole page or the fragment that htmx asked for; a 303 after a write."""

from collections.abc import Callable
from typing import Any, cast

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django_htmx.http import HttpResponseClientRedirect

from ledstjarna.web.attempt import Action, attempt


def page_number(request: HttpRequest) -> int:
    """Which page of a list is asked for, from 1; what is no number means the first."""
    typed = request.GET.get("page", "1")
    return int(typed) if typed.isdecimal() and len(typed) < 7 else 1


def _is_fragment(request: HttpRequest) -> bool:
    htmx = cast(Any, request).htmx
    return bool(htmx) and not htmx.boosted and not htmx.history_restore_request


def reply(
    request: HttpRequest,
    template: str,
    page: object = None,
    *,
    fragment: str | None = None,
    form: BaseForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page, or its fragment for htmx; the template gets `page` and perhaps `form`, nothing else."""
    name = fragment if fragment and _is_fragment(request) else template
    response = render(request, name, {"page": page, "form": form}, status=status)
    response.headers.setdefault("Vary", "HX-Request")
    return response


def see_other(request: HttpRequest, url: str) -> HttpResponse:
    """303 to where the new state is shown; htmx is told to go there itself."""
    if _is_fragment(request):
        return HttpResponseClientRedirect(url)
    return HttpResponse(status=303, headers={"Location": url})


def submit(
    request: HttpRequest,
    form: BaseForm,
    action: Action,
    *,
    then: Callable[[Any], str],
    template: str,
    page: Callable[[], object],
    fragment: str | None = None,
    swap: Callable[[], HttpResponse] | None = None,
    **beside: Any,
) -> HttpResponse:
    """Attempt a posted form: 303 to `then(value)`, or the page again with what was typed.

    Where there is a `swap`, htmx gets that fragment with the new state instead of going elsewhere.
    """
    seen = cast(Any, request)
    outcome = attempt(form, action, viewer=seen.viewer, now=seen.now, **beside)
    if outcome.done and swap and _is_fragment(request):
        return swap()
    if outcome.done:
        return see_other(request, then(outcome.value))
    return reply(request, template, page(), fragment=fragment, form=outcome.form, status=outcome.status)
