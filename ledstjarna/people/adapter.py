"""How signing in is allowed: nobody makes an account for themselves."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Accounts come with the organisation, never by a form open to all."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """No."""
        return False
