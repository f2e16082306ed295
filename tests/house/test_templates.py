"""Templates carry nothing inline (CSP) and let nothing through unescaped (T7)."""

import re
from pathlib import Path

import pytest

from tests.house.source import HOUSE, templates

# The one module that may say that markup is safe: the parts build theirs from escaped pieces.
TRUSTED = HOUSE / "web" / "templatetags" / "parts.py"
INLINE = {
    "a style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.IGNORECASE),
    "a style element": re.compile(r"<style\b", re.IGNORECASE),
    "a script without a source": re.compile(
        r"<script\b(?![^>]*\ssrc=)(?![^>]*application/json)", re.IGNORECASE
    ),
    "a handler": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "an htmx handler": re.compile(r"hx-on|hx-vals\s*=\s*[\"']js:|hx-vars", re.IGNORECASE),
    "a script address": re.compile(r"javascript:", re.IGNORECASE),
    "something from elsewhere": re.compile(
        r"(?:src|srcset|<link[^>]*href)\s*=\s*[\"']?(?:https?:)?//", re.IGNORECASE
    ),
}
UNESCAPED = re.compile(r"\|\s*(?:safe|safeseq)\b|autoescape\s+off")
# A name is the same in every language, and a language is called what it calls itself.
NAMES = {"Ledstjärna", "Svenska", "English"}
VOUCHED = re.compile(r"mark_safe|SafeString\(|SafeText|\.__html__")


def named(path: Path) -> str:
    return str(path.relative_to(HOUSE))


@pytest.mark.parametrize("path", templates(), ids=named)
def test_T7_a_template_carries_nothing_inline(path: Path) -> None:
    text = path.read_text("utf-8")
    assert [what for what, pattern in INLINE.items() if pattern.search(text)] == []


@pytest.mark.parametrize("path", templates(), ids=named)
def test_T7_a_template_lets_nothing_through_unescaped(path: Path) -> None:
    assert UNESCAPED.findall(path.read_text("utf-8")) == []


def test_T7_markup_is_vouched_for_in_one_module_alone() -> None:
    found = [path for path in HOUSE.rglob("*.py") if VOUCHED.search(path.read_text("utf-8"))]
    assert [named(path) for path in found if path != TRUSTED] == []


@pytest.mark.parametrize(
    "text",
    [
        "<p style='x'>",
        "<script>x</script>",
        '<a onclick="x">',
        "<a href='javascript:x'>",
        "<img src=//e.example/x>",
    ],
)
def test_T7_each_inline_form_would_be_found(text: str) -> None:
    assert any(pattern.search(text) for pattern in INLINE.values())


@pytest.mark.parametrize("path", templates(), ids=named)
def test_a_template_speaks_in_translated_words(path: Path) -> None:
    """No bare letters between tags: words go through translate or come from the page."""
    text = re.sub(r"{#.*?#}|{%\s*comment.*?endcomment\s*%}", "", path.read_text("utf-8"), flags=re.DOTALL)
    text = re.sub(r"{%\s*blocktranslate.*?endblocktranslate\s*%}", "", text, flags=re.DOTALL)
    bare = re.sub(r"{{.*?}}|{%.*?%}|<[^>]*>|&\w+;", " ", text, flags=re.DOTALL)
    words = re.findall(r"[A-Za-zÅÄÖåäö]{2,}", bare)
    assert [word for word in words if word not in NAMES] == []


ALONE = re.compile(r'{% include "([^"]+)"[^%]*\bonly %}')


@pytest.mark.parametrize("path", templates(), ids=named)
def test_T8_a_form_is_never_included_without_the_token_that_it_sends(path: Path) -> None:
    """`only` leaves the frame outside, and the token of a form with it."""
    forms = {
        str(one).partition("/templates/")[2] for one in templates() if "csrf_token" in one.read_text("utf-8")
    }
    included = set(ALONE.findall(path.read_text("utf-8")))
    assert included & forms == set()
