"""The feeds of others are read as words alone."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledstjarna.plumbing.feeds import Entry, NoFeed, entries, words

AT = datetime(2026, 3, 1, 8, tzinfo=UTC)
ATOM = b"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Lund</title>
<entry><id>tag:lund,1</id><title type="html">Ring &lt;b&gt;kv\xc3\xa4llen innan&lt;/b&gt;</title>
<link rel="self" href="https://lund.test/self"/><link href="https://lund.test/1"/>
<updated>2026-03-01T08:00:00Z</updated>
<content type="html">
&lt;p&gt;F\xc3\xa4rre &lt;script&gt;alert(1)&lt;/script&gt;missade&lt;/p&gt;</content></entry>
<entry><title>Utan m\xc3\xa4rke</title></entry></feed>"""
JSON: dict[str, Any] = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Lund",
    "items": [
        {
            "id": 1,
            "url": "https://lund.test/1",
            "title": "Ring kvällen innan",
            "content_html": "<p>Färre</p><p>missade</p>",
            "date_modified": "2026-03-01T08:00:00+00:00",
        }
    ],
}


def test_an_atom_feed_is_read() -> None:
    assert entries(ATOM) == (
        Entry("tag:lund,1", "https://lund.test/1", "Ring kvällen innan", "Färre missade", AT),
    )


def test_a_json_feed_is_read() -> None:
    (one,) = entries(json.dumps(JSON).encode())
    assert one == Entry("1", "https://lund.test/1", "Ring kvällen innan", "Färre missade", AT)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "/1", "https://[x", "", "https://"]
)
def test_T7_only_addresses_on_the_web_are_kept(url: str) -> None:
    items = [JSON["items"][0] | {"url": url}]
    assert entries(json.dumps(JSON | {"items": items}).encode())[0].url == ""


@pytest.mark.parametrize("at", ["", "igår", "2026-13-01"])
def test_a_moment_that_is_none_is_left_out(at: str) -> None:
    items = [JSON["items"][0] | {"date_modified": at}]
    assert entries(json.dumps(JSON | {"items": items}).encode())[0].at is None


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{}",
        b"{",
        b"[]",
        b"<html></html>",
        b"<feed></feed>",
        b'{"version": "https://jsonfeed.org/version/1", "items": 3}',
        b'{"version": "https://jsonfeed.org/version/1", "items": [3]}',
        b'{"version": "https://jsonfeed.org/version/1"}'.replace(b'"', b"'"),
        b"{" * 5000,
        b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><feed xmlns="http://www.w3.org/2005/Atom">&b;</feed>',
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><feed xmlns="http://www.w3.org/2005/Atom">&a;</feed>',
    ],
)
def test_what_is_no_feed_is_refused(body: bytes) -> None:
    with pytest.raises(NoFeed):
        entries(body)


def test_no_more_than_two_hundred_things_are_read() -> None:
    items = [{"id": at, "title": "x"} for at in range(500)]
    assert len(entries(json.dumps(JSON | {"items": items}).encode())) == 200


def test_T7_marks_scripts_and_unseen_signs_are_taken_out() -> None:
    html = "a<script>b</script><style>c</style><img src=x onerror=d>&lt;e&gt;\u202e\x00f"
    assert words(html) == "a <e>f"


@given(st.text(max_size=300))
def test_any_text_is_words_on_one_line(text: str) -> None:
    found = words(text, 50)
    assert len(found) <= 50
    assert found == " ".join(found.split())


@given(st.binary(max_size=300))
def test_any_bytes_are_a_feed_or_are_refused(body: bytes) -> None:
    try:
        assert isinstance(entries(body), tuple)
    except NoFeed:
        return
