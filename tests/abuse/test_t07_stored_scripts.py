"""T7: whatever is written stays words, in every field and on every page that shows it."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from ledstjarna.people.models import Party, Person
from ledstjarna.rooms.vision import actions
from ledstjarna.thread import actions as thread
from tests.fixtures.city import NOW, SmallCity
from tests.house import world as worlds

TAGS = (
    "<script>window.broken=1</script>",
    "<img src=x onerror=window.broken=1>",
    "<svg onload=window.broken=1>",
    "<a href=javascript:window.broken=1 autofocus onfocus=window.broken=1>x</a>",
    "<iframe srcdoc='<script>parent.broken=1</script>'>",
    "<div hx-get=/ hx-trigger=load hx-on::load=window.broken=1>",
    "{{ 7|add:7 }}{% debug %}",
    "</textarea><script>window.broken=1</script>",
    "'\"><script>window.broken=1</script>",
    "</script><script>window.broken=1</script>",
    "<style>*{display:none}</style>",
    "<math><mtext><script>window.broken=1</script></mtext></math>",
)
ENDS = ("", " ", "-->", "]]>", "\u202e", "%3Cscript%3E", "&lt;script&gt;", "\\u003cscript\\u003e")
PAYLOADS = [f"{tag}{end}" for tag in TAGS for end in ENDS]


@pytest.fixture
def poisoned(transactional_db: None, city: SmallCity) -> dict[str, str]:
    """The world with a payload in every text that somebody may write; returns its refs."""
    built = worlds.build(city).refs
    opener, member = city.viewer("communicator"), city.viewer("elected")
    refs = dict(built)
    for n, payload in enumerate(PAYLOADS):
        refs[f"said{n}"] = actions.say(
            ref=built["voting"], text=f"{payload} {n:03} words", lang="sv", viewer=opener, now=NOW
        )
    about: dict[str, Any] = {"viewer": opener, "now": NOW}
    texts: dict[str, Any] = {
        name: PAYLOADS[n] for n, name in enumerate(("title", "text", "title_en", "text_en"))
    }
    refs["poison_area"] = actions.add_area(ref=built["vision"], statements=[], **texts, **about)
    words: dict[str, Any] = {
        name: PAYLOADS[n][:80] for n, name in enumerate(("origin", "goal", "origin_en", "goal_en"), 4)
    }
    refs["poison_shift"] = actions.add_shift(ref=built["vision"], statements=[], **words, **about)
    actions.keep_version(ref=built["vision"], note=PAYLOADS[9], **about)
    refs["poison_word"] = actions.endorse(
        ref=built["vision"], stance="for", words="\n".join(PAYLOADS[:40]), viewer=member, now=NOW
    )
    actions.prolong(ref=built["voting"], until=NOW.date().replace(year=2099), reason=PAYLOADS[3], **about)
    actions.moderate(ref=refs["said1"], standing="out", reason=PAYLOADS[8], **about)
    Person.objects.filter(pk=city.persons["colleague"].pk).update(family=PAYLOADS[0][:100])
    thread.retitle(node=city.persons["colleague"].node, title=PAYLOADS[1])
    Party.objects.filter(pk=city.parties["H"].pk).update(name=PAYLOADS[16][:100])
    return refs


def test_T7_no_payload_runs_on_any_page_that_shows_it(
    poisoned: dict[str, str], opened: Callable[..., Page]
) -> None:
    page = opened("communicator")
    said: list[str] = []
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    voting, vision = poisoned["voting"], poisoned["vision"]
    paths = [
        "/", "/rounds/", f"/rounds/{voting}/", f"/rounds/{voting}/vote/", f"/rounds/{voting}/unknown/",
        f"/rounds/{voting}/map/", f"/vision/{vision}/", f"/en/vision/{vision}/", f"/vision/{vision}/draft/",
        f"/vision/{vision}/draft/area/", f"/vision/{vision}/versions/", f"/area/{poisoned['poison_area']}/",
        f"/area/{poisoned['poison_area']}/change/", f"/shift/{poisoned['poison_shift']}/",
        f"/endorsement/{poisoned['poison_word']}/", f"/statements/{poisoned['said1']}/",
        "/thread/", "/thread/loose/",
        f"/thread/node/{poisoned['poison_area']}/", f"/person/{poisoned['colleague']}/", "/search/?q=words",
        f"/party/{poisoned['party_H']}/", f"/unit/{poisoned['unit_home']}/",
        *(f"/rounds/{voting}/statements/?page={n}" for n in range(1, 5)),
        "/search/?q=%3Cscript%3Ewindow.broken%3D1%3C/script%3E",
    ]  # fmt: skip
    for path in paths:
        answer = page.goto(path)
        assert answer is not None
        assert answer.status == 200, path
        page.wait_for_load_state("networkidle")
        assert page.evaluate("window.broken") is None, path
        assert page.locator("iframe, [onerror], [onload], main [hx-on\\:\\:load]").count() == 0, path
    assert said == []
