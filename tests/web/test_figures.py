"""Numbers are written as the reader's language writes them."""

import pytest
from django.utils import translation

from ledstjarna.web.figures import as_percent


@pytest.mark.parametrize(("lang", "said"), [("sv", "42\xa0%"), ("en", "42%")])
def test_a_share_is_written_as_the_language_writes_it(lang: str, said: str) -> None:
    with translation.override(lang):
        assert as_percent(0.416) == said
