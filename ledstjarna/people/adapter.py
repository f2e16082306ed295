"""How signing in is allowed: nobody makes an account for themselves."""

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from ledstjarna.people.context import begins_at
from ledstjarna.people.models import Account
from ledstjarna.people.viewer import NOBODY, viewer_of


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Accounts come with the organisation, never by a form open to all."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """No."""
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Where the day of whoever signs in begins."""
        user = request.user
        person = user.person if isinstance(user, Account) else None
        viewer = viewer_of(person, timezone.localdate()) if person else NOBODY
        return begins_at(viewer) or settings.LOGIN_REDIRECT_URL
