"""Numbers as the reader's language writes them."""

from django.utils.translation import get_language


def as_percent(share: float) -> str:
    """A share in whole per cent: close to the sign in English, apart from it in Swedish."""
    apart = "" if get_language() == "en" else "\N{NO-BREAK SPACE}"
    return f"{round(100 * share)}{apart}%"
