"""The rules of the accelerator, by hand and by property."""

import json
from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledstjarna.rooms.accelerator import rules
from ledstjarna.rooms.accelerator.rules import Known, Ready, Someone
from ledstjarna.rooms.accelerator.rules.redaction import MAIL, NUMBER, PHONE, SHORT
from tests.fixtures.eyes import Eye, Held

NONE: frozenset[int] = frozenset()


def of(*roles: str, person_id: int | None = 1, signed_in: bool = True) -> Eye:
    return Eye(tuple(map(Held, roles)), signed_in, person_id)


def test_the_office_runs_calls_and_nobody_else() -> None:
    roles = ("city_director", "communicator", "administrator", "director", "hr", "elected", "manager")
    assert [rules.may_run(of(role)) for role in roles] == [True, True, True, False, False, False, False]


def test_anyone_who_works_in_the_city_tells_an_idea() -> None:
    assert rules.may_tell(of())
    assert not rules.may_tell(of(signed_in=False, person_id=None))
    assert not rules.may_tell(of("administrator", person_id=None))


def test_nobody_decides_of_what_they_are_in() -> None:
    assert rules.may_decide(of("communicator"), {2})
    assert not rules.may_decide(of("communicator"), {1, 2})
    assert not rules.may_decide(of("hr"), set())


def test_a_gate_belongs_to_the_director_above_the_unit() -> None:
    director = Eye((Held("director", 7),), person_id=1)
    assert rules.may_gate(director, {7, 9}, set())
    assert not rules.may_gate(director, {8}, set())
    assert not rules.may_gate(of("city_director"), {8}, {1})


def test_an_initiative_is_driven_by_those_in_it_the_coach_and_the_office() -> None:
    assert rules.may_drive(of(), {1}, None)
    assert rules.may_drive(of(), set(), 1)
    assert rules.may_drive(of("communicator"), set(), None)
    assert not rules.may_drive(of("hr"), {2}, 3)
    assert not rules.may_drive(of(person_id=None), {2}, None)


def test_a_call_takes_one_step_at_a_time_and_none_back() -> None:
    stages = ("draft", "open", "assessment", "decided")
    allowed = [(one, to) for one in stages for to in stages if rules.is_next(one, to)]
    assert allowed == [("draft", "open"), ("open", "assessment"), ("assessment", "decided")]


def test_the_last_day_counts() -> None:
    day = date(2026, 9, 1)
    assert rules.is_open("open", day, day)
    assert not rules.is_open("open", day, date(2026, 9, 2))
    assert not rules.is_open("assessment", day, day)
    assert rules.is_in_order(day, day, date(2026, 9, 2))
    assert not rules.is_in_order(day, day, day)


@dataclass(frozen=True)
class Asked:
    sort: str = "short"
    needed: bool = False
    options: str = ""


@pytest.mark.parametrize(
    ("asked", "answer", "why"),
    [
        (Asked(needed=True), " ", "missing"),
        (Asked(), "", ""),
        (Asked(), "x" * 301, "long"),
        (Asked("long"), "x" * 301, ""),
        (Asked("number"), "1 200,5", ""),
        (Asked("number"), "-3", ""),
        (Asked("number"), "tolv", "number"),
        (Asked("number"), "1,2,3", "number"),
        (Asked("choice", options="Ja\nNej"), "Ja", ""),
        (Asked("choice", options="Ja\nNej"), "Kanske", "choice"),
    ],
)
def test_an_answer_is_held_against_its_question(asked: Asked, answer: str, why: str) -> None:
    found = rules.faults_of([asked], [answer], whole=True)
    assert [one.why for one in found] == ([why] if why else [])


def test_a_draft_may_lack_what_is_needed_but_not_have_another_form() -> None:
    assert rules.faults_of([Asked(needed=True)], [""], whole=False) == ()
    assert [one.why for one in rules.faults_of([Asked()], [], whole=False)] == ["count"]


def test_a_total_is_the_weighted_mean_on_the_scale_itself() -> None:
    assert rules.total_of([5, 1], [3, 1]) == 4.0


@given(st.integers(0, 1000))
def test_T3_a_count_that_could_tell_who_is_never_shown(count: int) -> None:
    shown = rules.masked(count)
    assert shown is None if 0 < count < 5 else shown == count


def ready(**more: object) -> Ready:
    whole: dict[str, object] = {"plan": True, "cost": True, "group": True, "goals": 1, "measured": 0}
    return Ready(**(whole | more))  # type: ignore[arg-type]


def test_R6_a_pilot_needs_plan_cost_effect_goals_and_test_group_and_nothing_else_does() -> None:
    bare = Ready(plan=False, cost=False, group=False, goals=0, measured=0)
    assert rules.lacking(2, bare) == ("plan", "cost", "goals", "group")
    assert rules.lacking(1, bare) == ()
    assert rules.lacking(2, ready()) == ()
    assert [rules.lacking(2, ready(**{name: 0})) for name in ("plan", "cost", "goals", "group")] == [
        ("plan",), ("cost",), ("goals",), ("group",)
    ]  # fmt: skip
    assert (rules.lacking(3, ready()), rules.lacking(3, ready(measured=1))) == (("measured",), ())


@given(st.sampled_from(["running", "stopped", "done"]), st.text(max_size=5), st.text(max_size=5))
def test_R7_nothing_is_over_without_a_lesson_nor_stopped_without_a_why(
    state: str, lesson: str, why: str
) -> None:
    complete = rules.is_complete(state, lesson, why)
    assert complete == (
        state == "running" or (bool(lesson.strip()) and (state == "done" or bool(why.strip())))
    )


@pytest.mark.parametrize(
    ("progress", "words", "found"),
    [
        (-1, "", (1, "stopped")),
        (None, "Avbruten", (1, "stopped")),
        (100, "", (4, "done")),
        (60, "Pilot", (3, "running")),
        (60, "", (3, "running")),
        (0, "", (1, "running")),
        (None, "Skalas upp", (4, "running")),
        (30, "", (2, "running")),
    ],
)
def test_a_register_s_status_is_a_step_and_a_state(
    progress: int | None, words: str, found: tuple[int, str]
) -> None:
    assert rules.step_of(progress, words) == found


def test_how_far_an_effect_came_is_a_share_of_the_way_whichever_way_it_goes() -> None:
    assert rules.came_far(10, 4, 7) == 0.5
    assert rules.came_far(4, 10, 13) == 1.5
    assert rules.came_far(10, 4, 12) == pytest.approx(-1 / 3)
    assert rules.came_far(None, 4, 7) is None
    assert rules.came_far(4, 4, 7) is None


def someone(person: int, **more: set[int]) -> Someone:
    return Someone(person, **{name: frozenset(ids) for name, ids in more.items()})


def close(one: Someone, *others: Someone, units: set[int] = frozenset()) -> str:  # type: ignore[assignment]
    return rules.closeness(one, others, frozenset(units), frozenset(units | {99}))


def test_R13_unit_line_and_joint_work_make_somebody_too_close() -> None:
    entrant = someone(2, units={5}, above={3, 4})
    assert close(entrant, entrant) == "self"
    assert close(someone(1, units={5}), entrant) == "unit"
    assert close(someone(1, units={6}), entrant, units={6}) == "unit"
    assert close(someone(4), entrant) == "line"
    assert close(someone(1, above={2}), entrant) == "line"
    assert close(someone(1, leads={99}), entrant) == "line"
    assert close(someone(1, joint={2}), entrant) == "joint"
    assert close(someone(1, units={6}, above={3}, leads={8}, joint={7}), entrant, units={5}) == ""


@given(st.dictionaries(st.integers(0, 8), st.frozensets(st.integers(0, 8), max_size=3)), st.integers(0, 8))
def test_the_line_above_ends_even_where_the_data_goes_in_a_ring(
    managers: dict[int, frozenset[int]], person: int
) -> None:
    above = rules.line_above(person, managers)
    assert person not in above
    assert managers.get(person, NONE) - {person} <= above
    assert all(managers.get(one, NONE) - {person} <= above for one in above)


@given(st.lists(st.frozensets(st.integers(0, 9), min_size=2, max_size=4), max_size=8))
def test_joint_work_goes_both_ways_and_never_to_oneself(crews: list[frozenset[int]]) -> None:
    joint = rules.joint_of(crews)
    assert all(one in joint[other] for one, others in joint.items() for other in others)
    assert all(one not in others for one, others in joint.items())


KNOWN = Known(
    entrants=(("Åsa", "Berg-Lind"), ("Bo", "Sol")),
    colleagues=(("Dag", "Ek"),),
    units=("Hemtjänsten", "Norra skolan"),
)


def cut(text: str, known: Known = KNOWN) -> str:
    return rules.redacted(text, rules.patterns(known))


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Åsa Berg-Lind skrev.", "[namn] skrev."),
        ("åsas idé, BERG LINDS idé", "[namn] idé, [namn] idé"),
        ("Lind vid Berg", "[namn] vid [namn]"),
        ("Bo bor bra i solen", "[namn] bor bra i solen"),
        ("Dag Ek, dag ek, en dag, Dag", "[namn], [namn], en dag, [namn]"),
        ("vi på hemtjänsten och Norra  skolans kök", "vi på [enhet] och [enhet] kök"),
        ("asa.b@sundhamn.example", "[e-post]"),
        ("070-123 45 67, +46 (0)42 10 50 00, 042-105000", "[telefon], [telefon], [telefon]"),
        ("19800101-1234 8001011234 800161-1234", "[nummer] [nummer] [nummer]"),
        (
            "Rum 12, 40 personer, 250 000 kronor, 2026-01-02",
            "Rum 12, 40 personer, 250 000 kronor, 2026-01-02",
        ),
        ("Bergen och Linda", "Bergen och Linda"),
    ],
)
def test_names_units_addresses_and_numbers_give_way_to_neutral_marks(text: str, made: str) -> None:
    assert cut(text) == made


NAMES = st.sampled_from(["Åsa", "Kim", "Bo", "Li", "Anna-Karin", "von Platen", "Öberg", "Mål", "E", "Namn"])
WORDS = st.sampled_from(
    ["vi", "möts", "i", "hallen", "a@b.se", "0701234567", "19800101-1234", "[namn]", "Ek"]
)
PAIR = st.tuples(NAMES, NAMES)
SAID = st.lists(NAMES | WORDS | NAMES.map(str.upper) | NAMES.map(lambda n: f"{n}s"), max_size=12)


@given(SAID, st.lists(PAIR, min_size=1, max_size=3))
def test_after_redaction_nothing_known_is_left_and_a_second_time_changes_nothing(
    said: list[str], entrants: list[tuple[str, str]]
) -> None:
    looks = rules.patterns(Known(entrants=tuple(entrants)))
    made = rules.redacted(" ".join(said), looks)
    bare = made
    for mark in rules.MARKS["sv"].values():
        bare = bare.replace(mark, " ")
    left = bare.casefold().split()
    parts = {part.casefold() for pair in entrants for name in pair for part in (name, *name.split("-"))}
    assert not {one for one in left if one in parts and len(one) >= SHORT}
    assert not any(look.search(bare) for look in (MAIL, NUMBER, PHONE))
    assert rules.redacted(made, looks) == made


@given(st.text(alphabet="abcdefg .,", max_size=60))
def test_a_text_that_names_nobody_is_left_as_it_is(text: str) -> None:
    assert cut(text) == text


HEADER = (
    "Rubrik", "Vad", "Status", "Progress value", "Lessons learned", "Status explanation", "Estimated budget",
    "Funds granted", "Impact goals",
)  # fmt: skip


def read(*rows: tuple[str, ...]) -> tuple[tuple[rules.Found, ...], tuple[rules.Bad, ...]]:
    lines = [(n, [*row, *[""] * (len(HEADER) - len(row))]) for n, row in enumerate(rows, 2)]
    return rules.rows_of(lines, rules.columns_of(HEADER))


def test_the_columns_of_a_register_are_known_by_their_names() -> None:
    assert rules.columns_of(HEADER) == {
        "title": 0, "what": 1, "status": 2, "progress": 3, "lesson": 4, "why_stopped": 5, "cost": 6,
        "granted": 7, "goals": 8,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (("", "Vad"), "title"),
        (("x" * 301,), "long"),
        (("A", "", "Pilot", "140"), "progress"),
        (("A", "", "Klar", "100"), "lesson"),
        (("A", "", "Avbruten", "-1", "Lärt"), "explanation"),
        (("A", "", "", "", "", "", "mycket"), "cost"),
        (("A", "", "", "", "", "", "", "tusen"), "granted"),
        (("A", "", "", "", "", "", "", '[{"amount": 5, "date": "2026-13-01"}]'), "granted"),
        (("A", "", "", "", "", "", "", "", "[1]"), "goals"),
    ],
)
def test_a_row_that_will_not_do_is_told_by_its_number_and_why(row: tuple[str, ...], why: str) -> None:
    found, bad = read(("Bra",), row)
    assert [one.title for one in found] == ["Bra"]
    assert [(one.row, one.why) for one in bad] == [(3, why)]


def test_the_same_initiative_twice_in_a_file_is_one() -> None:
    found, bad = read(("Ljus",), ("LJUS",))
    assert (len(found), [(one.row, one.why) for one in bad]) == (1, [(3, "twice")])


def test_sums_and_goals_are_read_as_objects_and_as_text() -> None:
    sums = '[{"amount": "5000", "date": "20260102", "comment": "start"}]'
    goals = '[{"goal": "Färre fall", "comment": "c", "completed": true}]'
    (one, other), _bad = read(
        ("A", "", "", "", "", "", "90 000 kr", sums, goals),
        ("B", "", "", "", "", "", "", "5 000 kr 2026-01-02 start; 7", "Färre fall; Fler möten"),
    )
    assert (one.cost, one.granted[0].amount, one.granted[0].on) == (90_000, 5000, date(2026, 1, 2))
    assert [(each.amount, each.on, each.comment) for each in other.granted] == [
        (5000, date(2026, 1, 2), "start"),
        (7, None, ""),
    ]
    assert [goal.text for goal in (*one.goals, *other.goals)] == ["Färre fall", "Färre fall", "Fler möten"]


def test_R7_one_that_was_cancelled_keeps_the_progress_before() -> None:
    lines = [(2, ["A", "-1", "Avbruten", "60", "Lärt", "Slut"])]
    chosen = {"title": 0, "progress": 1, "status": 2, "earlier": 3, "lesson": 4, "why_stopped": 5}
    (one,), _bad = rules.rows_of(lines, chosen)
    assert (one.step, one.state) == (3, "stopped")


def test_a_row_says_the_same_wherever_it_stands_and_something_else_when_a_word_is_changed() -> None:
    (one, two), _bad = read(("A", "x"), ("B", "x"))
    (moved,), _bad = rules.rows_of([(9, ["A", "x", "", "", "", "", "", "", ""])], rules.columns_of(HEADER))
    assert rules.digest_of(one) == rules.digest_of(moved)
    assert rules.digest_of(one) != rules.digest_of(two)


def test_a_JSON_export_becomes_a_table_with_its_status_taken_apart() -> None:
    rows = [
        {"title": "A", "status": {"name": "Pilot", "progress_value": 60}, "sectors": [{"name": "Vård"}]},
        {"title": "B", "funds_granted": [{"amount": 5}]},
    ]
    header, lines = rules.table_of(json.dumps({"items": rows}))
    assert header == ("title", "status", "status progress", "sectors", "funds_granted")
    assert lines[0] == (1, ["A", "Pilot", "60", "Vård", ""])
    assert json.loads(lines[1][1][4]) == [{"amount": 5}]
    for wrong in ("[]", "[1]", "{}", "3"):
        with pytest.raises(ValueError, match="objects"):
            rules.table_of(wrong)
