"""Reports read from traces: their gaps marked, closed with a comment, settled and kept."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from docx import Document
from pypdf import PdfReader

from ledstjarna.rooms.missions import actions, reads
from ledstjarna.rooms.missions.models import Report
from ledstjarna.thread.models import Fact, Node
from ledstjarna.thread.reads import Missing, Refused
from ledstjarna.web.papers import written
from tests.rooms.missions.conftest import GOAL, Chain

As = Callable[..., Client]
T3 = "2026-T3"
OVER = timedelta(days=140)  # after the third of the year that the chain was set in
MET: dict[str, Any] = {
    "met": "Nämnden", "saw": "Fler ute.", "learnt": "Bänkar hjälper.", "changes": "", "next_on": None,
}  # fmt: skip


def later(chain: Chain, role: str = "director") -> dict[str, Any]:
    return {"viewer": chain.viewer(role), "now": chain.now + OVER}


def page(
    chain: Chain, role: str = "director", ref: str = "", now: datetime | None = None
) -> reads.ReportPage:
    moment = now or chain.now + OVER
    return reads.reporting(ref=ref or chain.board, period=T3, viewer=chain.viewer(role), now=moment)


def city(chain: Chain) -> str:
    return Node.objects.get(kind="organisation").ref


def test_gaps_are_said_plainly(chain: Chain) -> None:
    with translation.override("en"):
        mission, goal = page(chain).sections[0].parts
    assert mission.gaps == ("No dialogue was held about this in the period.",)
    assert goal.gaps == ("No dialogue was held about this in the period.", "Nothing is followed in numbers.")
    assert page(chain).gaps == 3


def test_an_old_figure_is_a_gap_with_its_day_and_a_new_one_is_a_trend(chain: Chain) -> None:
    ref = actions.follow(
        ref=chain.goal, title="Trygghet", measured_in="per cent", origin="", better="up",
        **chain.by("director"),
    )  # fmt: skip
    with translation.override("en"):
        assert page(chain).sections[0].parts[1].figures[0].words == "No figure has come in."
        actions.measure(ref=ref, on=date(2026, 1, 1), value=60, low=None, high=None, **chain.by("director"))
        old = page(chain).sections[0].parts[1].figures[0]
        assert (old.words, old.gap) == ("No figure since 1 January 2026.", True)
        actions.measure(ref=ref, on=date(2026, 9, 1), value=64, low=62, high=66, **chain.by("director"))
        fresh = page(chain).sections[0].parts[1].figures[0]
    assert fresh.words.startswith("From 60 per cent on 1 January 2026 to 64 on 1 September 2026: 4 higher.")
    assert not fresh.gap


def test_a_dialogue_about_a_plan_below_is_told_of_as_a_number(chain: Chain) -> None:
    actions.hold(ref=chain.plan, held_on=chain.now.date(), **MET, **chain.by("manager"))
    with translation.override("en"):
        gap = page(chain).sections[0].parts[1].gaps[0]
        assert gap.endswith("1 was held about the plan of a unit that serves it.")
        actions.hold(ref=chain.goal, held_on=chain.now.date(), **MET, **chain.by("director"))
        goal = page(chain).sections[0].parts[1]
    assert goal.notes[-1] == "Beside this: 1 was held about the plan of a unit that serves it."
    assert [one.learnt for one in goal.talks] == ["Bänkar hjälper."]


def test_staff_read_a_report_before_it_is_settled_and_residents_after(chain: Chain) -> None:
    assert page(chain, "elected") == page(chain, "opposition")
    with pytest.raises(Missing):
        page(chain, "resident")
    listed = reads.reports(ref=chain.board, viewer=chain.viewer("resident"), now=chain.now + OVER)
    assert listed.rows == ()
    actions.settle_report(ref=chain.board, period=T3, **later(chain))
    assert page(chain, "resident").settled_at == chain.now + OVER
    listed = reads.reports(ref=chain.board, viewer=chain.viewer("resident"), now=chain.now + OVER)
    assert [row.key for row in listed.rows] == [T3]


def test_a_settled_report_is_kept_as_it_was_that_day(chain: Chain) -> None:
    actions.hold(ref=chain.goal, held_on=chain.now.date(), **MET, **chain.by("director"))
    before = page(chain)
    actions.settle_report(ref=chain.board, period=T3, **later(chain))
    after = chain.by("director") | {"now": chain.now + OVER + timedelta(days=1)}
    actions.change_aim(
        ref=chain.goal, why="Nytt", serves=[chain.mission], **(GOAL | {"title": "Annat"}), **after
    )
    actions.hold(ref=chain.goal, held_on=date(2026, 10, 1), **MET, **after)
    actions.set_goal(ref=chain.board, serves=[chain.mission], **GOAL, **after)
    now = page(chain, now=chain.now + timedelta(days=5000))
    assert now.sections == before.sections
    assert (now.asked, now.waiting, now.gaps) == (before.asked, before.waiting, before.gaps)


def test_a_settled_report_has_its_own_place_on_the_thread_for_ever(chain: Chain) -> None:
    actions.settle_report(ref=chain.board, period=T3, **later(chain))
    kept = Report.objects.get().node
    fact = Fact.objects.order_by("-number")[0]
    assert (fact.verb, fact.node_id) == ("missions.closed", kept.pk)
    much_later = chain.now + timedelta(days=3000)
    one = reads.kept_report(ref=kept.ref, viewer=chain.viewer("resident"), now=much_later)
    assert (one.key, one.about) == (T3, "Omsorgsnämnden")
    listed = reads.reports(ref=chain.board, viewer=chain.viewer("resident"), now=much_later)
    assert [row.key for row in listed.rows] == [T3]
    assert kept.title == "Delårsrapport september–december 2026: Omsorgsnämnden"


@pytest.mark.parametrize("key", ["2026-T1", "2026-T2", "2026-T3", "2026-H1", "2026-H2", "2026"])
def test_each_kind_of_period_finds_its_way_back_from_the_report_s_own_place(chain: Chain, key: str) -> None:
    moment = chain.by("director") | {"now": chain.now + OVER}
    actions.settle_report(ref=chain.board, period=key, **moment)
    one = reads.kept_report(
        ref=Report.objects.get().node.ref, viewer=chain.viewer("resident"), now=chain.now + OVER
    )
    assert one.key == key


def test_a_comment_is_short_dated_and_replaced_until_the_report_is_settled(chain: Chain) -> None:
    for words in ("Vi hann inte.", "Vi hann det viktigaste."):
        actions.comment_report(ref=chain.board, period=T3, comment=words, **later(chain))
    one = page(chain, "elected")
    assert (one.comment, one.commented_at) == ("Vi hann det viktigaste.", chain.now + OVER)
    with pytest.raises(Missing):
        page(chain, "resident")
    actions.settle_report(ref=chain.board, period=T3, **later(chain))
    acts: tuple[Callable[[], str], ...] = (
        lambda: actions.comment_report(ref=chain.board, period=T3, comment="Ändrat", **later(chain)),
        lambda: actions.settle_report(ref=chain.board, period=T3, **later(chain)),
    )
    for act in acts:
        with pytest.raises(Refused, match=r"^The report is settled"):
            act()
    assert page(chain, "resident").comment == "Vi hann det viktigaste."


def test_a_report_is_not_settled_before_its_period_is_over(chain: Chain) -> None:
    with pytest.raises(Refused, match=r"has not ended"):
        actions.settle_report(ref=chain.board, period=T3, **chain.by("director"))
    assert not Report.objects.exists()


@pytest.mark.parametrize(
    ("role", "board", "whole"),
    [
        ("director", True, False),
        ("registrar", True, False),
        ("city_director", True, True),
        ("manager", False, False),
        ("employee", False, False),
        ("elected", False, False),
        ("colleague", False, False),
    ],
)
def test_a_report_is_closed_by_those_who_answer_for_it(
    chain: Chain, role: str, *, board: bool, whole: bool
) -> None:
    for ref, may in ((chain.board, board), (city(chain), whole)):
        assert page(chain, role, ref).may_close is may
        if may:
            actions.settle_report(ref=ref, period=T3, **later(chain, role))
            continue
        with pytest.raises(Refused):
            actions.settle_report(ref=ref, period=T3, **later(chain, role))
        with pytest.raises(Refused):
            actions.comment_report(ref=ref, period=T3, comment="x", **later(chain, role))


@pytest.mark.parametrize("key", ["2026-T9", "2031", "x"])
def test_what_is_no_period_or_has_not_begun_is_missing(chain: Chain, key: str) -> None:
    with pytest.raises(Missing):
        reads.reporting(ref=chain.board, period=key, **later(chain))


def test_a_unit_has_no_report(chain: Chain) -> None:
    with pytest.raises(Missing):
        reads.reports(ref=chain.unit, **later(chain))


def test_a_report_of_nothing_says_so(chain: Chain) -> None:
    school = chain.city.authorities["school_board"].node.ref
    assert page(chain, ref=school).sections[0].parts == ()


def paper(chain: Chain, ref: str = "") -> str:
    with translation.override("en"):
        made = reads.report_paper(ref=ref or chain.board, period=T3, **later(chain))
    found = Document(BytesIO(written(made, "docx")))
    return "\n".join(paragraph.text for paragraph in found.paragraphs)


def test_the_paper_holds_what_the_page_holds(chain: Chain) -> None:
    actions.hold(ref=chain.goal, held_on=chain.now.date(), **MET, **chain.by("director"))
    question = actions.ask(ref=chain.goal, text="Hur vet ni det?", **chain.by("opposition"))
    actions.answer(ref=question, answer="Vi frågar dem.", **chain.by("director"))
    actions.comment_report(ref=chain.board, period=T3, comment="Vi hann det viktigaste.", **later(chain))
    text = paper(chain)
    for words in (
        "Interim report September–December 2026: Omsorgsnämnden",
        "not settled yet",
        "Goal: Fler äldre vågar gå ut",
        "Dialogue 1 September 2026. Fler ute. Bänkar hjälper.",
        "Gap: Nothing is followed in numbers.",
        "Hur vet ni det? (Fler äldre vågar gå ut)",
        "1 September 2026: Vi frågar dem.",
        "Vi hann det viktigaste.",
    ):
        assert words in text


def test_the_city_s_paper_names_the_board_of_each_goal_and_those_without(chain: Chain) -> None:
    text = paper(chain, city(chain))
    assert "Omsorgsnämnden. Goal: Fler äldre vågar gå ut" in text
    assert "Hamnen AB\nGap: There was no mission and no goal." in text


def test_the_papers_come_as_docx_and_pdf(chain: Chain, client_as: As) -> None:
    actions.settle_report(ref=chain.board, period="2026-T1", **chain.by("director"))
    client = client_as("resident")
    for form in ("docx", "pdf"):
        response = client.get(reverse("missions:report_paper", args=[chain.board, "2026-T1", form]))
        assert response.status_code == 200
        assert f"2026-T1.{form}" in response.headers["Content-Disposition"]
    text = PdfReader(BytesIO(response.content)).pages[0].extract_text()
    assert "Delårsrapport januari–april 2026" in text


def test_a_report_is_found_from_the_board_commented_and_settled_on_its_page(
    chain: Chain, client_as: As
) -> None:
    client = client_as("director")
    listed = reverse("missions:reports", args=[chain.board])
    assert listed in client.get(reverse("missions:holder", args=[chain.board])).content.decode()
    url = reverse("missions:reporting", args=[chain.board, "2026-T2"])
    assert url in client.get(listed).content.decode()
    assert "Lucka" in client.get(url).content.decode()
    comment = reverse("missions:comment_report", args=[chain.board, "2026-T2"])
    assert client.post(comment, {"comment": ""}).status_code == 422
    assert client.post(comment, {"comment": "Vi börjar nu."}).status_code == 303
    assert client_as("resident").get(url).status_code == 404
    assert client.post(reverse("missions:settle_report", args=[chain.board, "2026-T2"])).status_code == 303
    text = client_as("resident").get(url).content.decode()
    assert "Vi börjar nu." in text
    assert "bevarad som den var den dagen" in text
    assert client_as("employee").post(comment, {"comment": "x"}).status_code == 403


def test_the_page_tells_each_goal_its_dialogues_and_its_gaps(chain: Chain, client_as: As) -> None:
    actions.hold(ref=chain.mission, held_on=chain.now.date(), **MET, **chain.by("city_director"))
    text = (
        client_as("elected").get(reverse("missions:reporting", args=[chain.board, "2026"])).content.decode()
    )
    for words in (
        GOAL["title"],
        "Ett gott liv",
        "Bänkar hjälper.",
        "Ingen dialog hölls om detta under perioden.",
    ):
        assert words in text


def test_nobody_s_figures_are_coloured(chain: Chain, client_as: As) -> None:
    text = client_as("director").get(reverse("missions:reporting", args=[chain.board, "2026"])).content
    body = text.decode().partition("<main")[2].partition("</main>")[0]
    assert not [colour for colour in ("danger", "success", "warning") if f'data-color="{colour}"' in body]


def test_a_dialogue_shows_its_figures_up_to_the_day_it_was_held(chain: Chain, client_as: As) -> None:
    ref = actions.follow(
        ref=chain.goal, title="Trygghet", measured_in="procent", origin="", better="up",
        **chain.by("director"),
    )  # fmt: skip
    for month in (1, 3, 5, 8):
        actions.measure(
            ref=ref, on=date(2026, month, 1), value=60.0 + month, low=None, high=None, **chain.by("director")
        )
    talk = actions.hold(ref=chain.goal, held_on=date(2026, 6, 1), **MET, **chain.by("director"))
    text = client_as("elected").get(reverse("missions:talk", args=[talk])).content.decode()
    assert 'data-chart="curve"' in text
    assert "charts.js" in text
    assert "till 65 den 1 maj 2026" in text
    form = client_as("director").get(reverse("missions:hold", args=[chain.goal])).content.decode()
    assert "till 68 den 1 augusti 2026" in form


def test_a_dialogue_without_figures_draws_nothing(chain: Chain, client_as: As) -> None:
    talk = actions.hold(ref=chain.goal, held_on=date(2026, 6, 1), **MET, **chain.by("director"))
    assert "charts.js" not in client_as("elected").get(reverse("missions:talk", args=[talk])).content.decode()
