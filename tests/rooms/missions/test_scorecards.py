"""A scorecard on its way from a spreadsheet to trust, in three layouts that cities write by hand."""

import io
from collections import Counter
from typing import Any

import pytest
from openpyxl import Workbook

from ledstjarna.rooms.missions import actions, reads, rules
from ledstjarna.rooms.missions.models import Scorecard, ScorecardGoal
from ledstjarna.rooms.missions.room import Fate
from ledstjarna.thread.models import Node, Strand
from ledstjarna.thread.reads import Missing, Refused
from tests.rooms.missions.conftest import Chain

OLD = (
    "Perspektiv;Mål;Nyckeltal;Målvärde;Ansvarig;År\n"
    "Invånare;Äldre är trygga hemma;NKI;80;Hemtjänsten;2026\n"
    "Invånare;Ta fram en plan för måltider;Plan finns;Ja;care_board;2026\n"
    ";;Antal;5;;\n"
    "Ekonomi;Antal hembesök;Antal;;Okänd enhet;2026\n"
).encode("cp1252")


def saved(book: Workbook) -> bytes:
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def merged() -> bytes:
    """A title above the table, and cells merged over the rows that they hold for."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["Styrkort 2026"],
        [],
        ["Målområde", "Enhet", "Målsättning", "Indikator", "Målnivå"],
        ["Invånare", "Hemtjänsten", "Äldre är trygga hemma", "NKI", 80],
        [None, None, "Äldre är trygga i hemmet", "Index", 75],
        ["Ekonomi", None, "Budgeten är i balans", "Avvikelse", 0],
    ):
        sheet.append(row)
    sheet.merge_cells("A4:A5")
    sheet.merge_cells("B4:B6")
    return saved(book)


def one_a_unit() -> bytes:
    """A sheet for each unit, whose columns do not stand in the same order."""
    book = Workbook()
    first = book.active
    assert first is not None
    first.title = "Hemtjänsten"
    first.append(["Goal", "Measure", "Target"])
    first.append(["People feel safe", "Index", "80"])
    other = book.create_sheet("north")
    other.append(["Target", "Goal", "Measure"])
    other.append(["2", "Carry out two surveys", "Number"])
    book.create_sheet("Notes").append(["Remember to call"])
    return saved(book)


def brought(chain: Chain, file: bytes) -> str:
    return actions.bring_scorecard(title="Styrkort", file=file, **chain.by("registrar"))


def settled(chain: Chain, file: bytes) -> str:
    ref = brought(chain, file)
    found = reads.mapping(ref=ref, viewer=chain.viewer("registrar"))
    columns = {one.field: one.column for one in found.choices if one.column >= 0}
    return actions.settle_scorecard(ref=ref, columns=columns, **chain.by("registrar"))


def goals(ref: str) -> list[tuple[str, str, str, str]]:
    rows = ScorecardGoal.objects.filter(scorecard__node__ref=ref).order_by("place")
    return list(rows.values_list("node__title", "perspective", "owner", "nature"))


def test_an_old_CSV_is_shown_before_anything_is_made_of_it_with_each_bad_row_by_number(chain: Chain) -> None:
    ref = brought(chain, OLD)
    found = reads.mapping(ref=ref, viewer=chain.viewer("registrar"))
    assert (found.goals, found.sheets, found.unknown) == (3, 1, ("Okänd enhet",))
    assert [(one.row, one.reason[:32]) for one in found.faults] == [(4, "There is a measure or a target, ")]
    assert not Node.objects.filter(kind="scorecard_goal").exists()
    settled_ = settled(chain, OLD)
    assert goals(settled_) == [
        ("Äldre är trygga hemma", "Invånare", "Hemtjänsten", "effect"),
        ("Ta fram en plan för måltider", "Invånare", "care_board", "activity"),
        ("Antal hembesök", "Ekonomi", "Okänd enhet", "information"),
    ]
    given = Strand.objects.filter(name="given_to", source__kind="scorecard_goal")
    assert set(given.values_list("target__kind", flat=True)) == {"unit", "board"}


def test_merged_cells_hold_for_the_rows_below_and_goals_that_say_the_same_are_found(chain: Chain) -> None:
    ref = settled(chain, merged())
    assert [row[1:3] for row in goals(ref)] == [
        ("Invånare", "Hemtjänsten"), ("Invånare", "Hemtjänsten"), ("Ekonomi", "Hemtjänsten"),
    ]  # fmt: skip
    page = reads.scorecard(ref=ref, viewer=chain.viewer("registrar"), alike=True)
    assert (page.alike, page.shown, page.untouched) == (2, 2, 3)
    one = reads.scorecard_goal(ref=page.rows[0].ref, viewer=chain.viewer("employee"))
    assert [row.title for row in one.alike] == ["Äldre är trygga i hemmet"]


def test_one_sheet_a_unit_takes_the_unit_from_its_name_and_the_columns_by_theirs(chain: Chain) -> None:
    ref = settled(chain, one_a_unit())
    assert [(title, owner, nature) for title, _p, owner, nature in goals(ref)] == [
        ("People feel safe", "Hemtjänsten", "effect"),
        ("Carry out two surveys", "north", "activity"),
    ]


def test_other_columns_can_be_chosen_and_their_yield_is_seen_first(chain: Chain) -> None:
    ref = brought(chain, OLD)
    viewer = chain.viewer("registrar")
    assert reads.mapping(ref=ref, viewer=viewer, columns={"goal": 2}).preview[0].goal == "NKI"
    with pytest.raises(Refused, match=r"^No row has a goal"):
        actions.settle_scorecard(ref=ref, columns={"goal": 99}, **chain.by("registrar"))
    assert Scorecard.objects.get(node__ref=ref).settled_at is None


@pytest.mark.parametrize(
    ("file", "says"),
    [
        (b"", r"^The file is empty"),
        (b"PK\x03\x04x", r"^The file is broken"),
        (b"alone\n", r"^No table was found"),
    ],
)
def test_T10_a_file_that_is_no_scorecard_says_what_and_how_to_mend_it(
    chain: Chain, file: bytes, says: str
) -> None:
    with pytest.raises(Refused, match=says):
        brought(chain, file)


def test_only_those_who_keep_the_city_s_decisions_bring_in_settle_and_decide(chain: Chain) -> None:
    ref = brought(chain, OLD)
    with pytest.raises(Refused, match=r"^This is done by those who keep"):
        actions.bring_scorecard(title="x", file=OLD, **chain.by("manager"))
    with pytest.raises(Missing):
        reads.mapping(ref=ref, viewer=chain.viewer("manager"))
    done = settled(chain, OLD)
    with pytest.raises(Refused, match=r"^This is done by those who keep"):
        actions.decide_fates(ref=done, goals=["x"], fate=Fate.RETIRED, **chain.by("manager"))


def test_the_wrong_file_is_let_go_of_and_what_has_been_read_is_not_read_again(chain: Chain) -> None:
    ref = brought(chain, OLD)
    actions.set_aside_scorecard(ref=ref, **chain.by("registrar"))
    assert reads.scorecards(viewer=chain.viewer("registrar")).rows == ()
    with pytest.raises(Refused, match=r"^Its goals have been read already"):
        actions.settle_scorecard(ref=settled(chain, OLD), columns={"goal": 1}, **chain.by("registrar"))


def decided(chain: Chain, ref: str, fate: str, count: int = 1, **more: Any) -> list[str]:
    rows = ScorecardGoal.objects.filter(scorecard__node__ref=ref).order_by("place")[:count]
    refs = [one.node.ref for one in rows.select_related("node")]
    actions.decide_fates(ref=ref, goals=refs, fate=fate, **more, **chain.by("registrar"))
    return refs


def test_what_is_retired_asks_nobody_any_more_and_can_still_be_read(chain: Chain) -> None:
    ref = settled(chain, OLD)
    (goal,) = decided(chain, ref, Fate.RETIRED, note="Tack")
    page = reads.scorecard(ref=ref, viewer=chain.viewer("employee"))
    assert (page.fated, page.total, page.may_decide) == (1, 3, False)
    assert Node.objects.get(ref=goal).ended == chain.now
    assert reads.scorecard_goal(ref=goal, viewer=chain.viewer("employee")).note == "Tack"


def test_several_goals_become_one_and_are_tied_to_it(chain: Chain) -> None:
    ref = settled(chain, OLD)
    refs = decided(chain, ref, Fate.KEEP, 2, became=chain.goal)
    rows = Strand.objects.filter(name="became", target__ref=chain.goal, cut=False)
    assert set(rows.values_list("source__ref", flat=True)) == set(refs)
    page = reads.scorecard_goal(ref=refs[0], viewer=chain.viewer("employee"))
    assert page.became is not None
    assert page.became.ref == chain.goal


@pytest.mark.parametrize(
    ("fate", "became"), [(Fate.KEEP, ""), (Fate.DIRECTION, "goal"), (Fate.MISSION, "goal")]
)
def test_what_lives_on_must_say_what_it_became(chain: Chain, fate: str, became: str) -> None:
    ref = settled(chain, OLD)
    with pytest.raises(Refused, match=r"^Choose what they became"):
        decided(chain, ref, fate, became=getattr(chain, became, ""))


def test_a_fate_can_be_taken_back(chain: Chain) -> None:
    ref = settled(chain, OLD)
    (goal,) = decided(chain, ref, Fate.KEEP, became=chain.goal)
    decided(chain, ref, Fate.WAITING)
    assert Node.objects.get(ref=goal).ended is None
    assert not Strand.objects.filter(name="became", cut=False).exists()
    with pytest.raises(Refused, match=r"^Tick at least one goal"):
        actions.decide_fates(ref=ref, goals=["nothing"], fate=Fate.RETIRED, **chain.by("registrar"))


def test_goals_are_found_by_what_they_are_whose_they_are_and_their_words(chain: Chain) -> None:
    ref = settled(chain, OLD)
    viewer = chain.viewer("employee")

    def titles(**asked: str) -> list[str]:
        return [row.title for row in reads.scorecard(ref=ref, viewer=viewer, **asked).rows]  # type: ignore[arg-type]

    assert titles(nature="activity") == ["Ta fram en plan för måltider"]
    assert titles(owner="Okänd enhet") == ["Antal hembesök"]
    assert titles(query="trygga") == ["Äldre är trygga hemma"]
    assert titles(fate="retired") == []
    page = reads.scorecard(ref=ref, viewer=viewer)
    assert Counter(one.value for one in page.natures) == Counter(("effect", "activity", "information"))


def test_a_scorecard_is_for_those_who_work_in_the_city(chain: Chain) -> None:
    with pytest.raises(Missing):
        reads.scorecards(viewer=chain.viewer("resident"))
    with pytest.raises(Missing):
        reads.scorecard(ref=brought(chain, OLD), viewer=chain.viewer("registrar"))  # not settled yet


@pytest.mark.parametrize(
    ("goal", "target", "nature"),
    [
        ("Genomföra två dialoger", "2", "activity"),
        ("Andel nöjda", "80 %", "information"),
        ("Sjukfrånvaron redovisas", "", "information"),
        ("Fler känner sig trygga", "80 %", "effect"),
    ],
)
def test_a_goal_is_what_its_words_say(goal: str, target: str, nature: str) -> None:
    assert rules.nature_of(goal, target)[0] == nature


def test_three_that_say_the_same_by_turns_are_one_group() -> None:
    assert rules.likenesses(["Trygg hemma", "Helt annat", "trygg  hemma!", "Trygg hemma."]) == (1, 0, 1, 1)
    assert rules.likenesses([]) == ()


def long_list(many: int) -> bytes:
    """As many goals, every other an effect and every other an activity."""
    rows = [
        f"{'Fler trivs' if n % 2 else 'Genomföra enkät'} i kvarter {n};80;Hemtjänsten" for n in range(many)
    ]
    return "\n".join(("Mål;Målvärde;Ansvarig", *rows)).encode()


def test_all_that_are_asked_for_can_meet_their_fate_at_once(chain: Chain, client: Any) -> None:
    ref = settled(chain, long_list(120))
    client.force_login(chain.city.persons["registrar"].account)
    path = f"/steering/scorecard/{ref}/?nature=effect"
    assert client.post(path, {"every": "1", "fate": "retired", "became": "", "note": ""}).status_code == 303
    fates = Counter(ScorecardGoal.objects.filter(nature="effect").values_list("fate", flat=True))
    assert fates == {Fate.RETIRED: ScorecardGoal.objects.filter(nature="effect").count()}
    assert ScorecardGoal.objects.exclude(nature="effect").exclude(fate=Fate.WAITING).count() == 0
