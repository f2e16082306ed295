"""Headers that keep a page to its own house, and errors as kind pages."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse

from ledstjarna.plumbing.errors import is_disk_full, is_too_slow
from ledstjarna.thread.reads import Missing, Refused
from ledstjarna.web import errors

Answer = Callable[[HttpRequest], HttpResponse]

CSP = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)


def headers(get_response: Answer) -> Answer:
    """A middleware: the content policy on every answer, and nothing personal left in caches."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", CSP)
        response.headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        if not request.path.startswith(settings.STATIC_URL):
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    return answer


def weighed(get_response: Answer) -> Answer:
    """A middleware: what is too heavy is answered by its stated weight, before a byte is read (T18)."""

    def answer(request: HttpRequest) -> HttpResponse:
        told = request.headers.get("Content-Length", "")
        if told.isdecimal() and int(told) > settings.UPLOAD_LIMIT:
            return errors.too_much(request)
        return get_response(request)

    return answer


class kind_errors:  # noqa: N801  a middleware is named as it is spoken of
    """A middleware: the house's two ways to say no, and a full disk, as pages that help."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer of the rest of the house."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The page for an exception that has one."""
        if isinstance(exception, Missing):
            return errors.missing(request, exception)
        if isinstance(exception, Refused):
            return errors.refused(request, exception)
        if isinstance(exception, RequestDataTooBig):
            return errors.too_much(request)
        if is_disk_full(exception):
            return errors.full(request)
        if is_too_slow(exception):
            return errors.too_slow(request)
        return None
