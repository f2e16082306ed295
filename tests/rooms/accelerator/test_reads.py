"""What the accelerator answers, and to whom."""

from datetime import date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ledstjarna.rooms.accelerator import actions, reads
from ledstjarna.rooms.accelerator.models import Initiative
from ledstjarna.thread.reads import Missing
from tests.fixtures.city import SmallCity
from tests.rooms.accelerator.conftest import Lab, laid
from tests.rooms.accelerator.test_actions import AIM, FAR, PLAN, REGISTER, begun, gated, told


def test_a_call_that_is_being_shaped_is_the_office_s_alone(lab: Lab) -> None:
    day = lab.now.date()
    ref = actions.set_call(
        title="Nästa", text="x", inlet="idea", opens=day, closes=day, decides=date(2027, 1, 1), seats=1,
        **lab.by("communicator"),
    )  # fmt: skip
    assert reads.call(ref=ref, viewer=lab.city.viewer("administrator"), now=lab.now).stage == "draft"
    assert [one.ref for one in reads.calls(viewer=lab.city.viewer("hr"))] == [lab.call]
    with pytest.raises(Missing):
        reads.call(ref=ref, viewer=lab.city.viewer("hr"), now=lab.now)


def test_a_challenge_is_public_and_lists_what_answers_it_to_those_who_may_see(lab: Lab) -> None:
    told(lab)
    staff = reads.challenge(ref=lab.challenge, viewer=lab.city.viewer("employee"))
    resident = reads.challenge(ref=lab.challenge, viewer=lab.city.viewer("resident"))
    assert staff.focus == ("Nätter", "Hallen")
    assert {one.spot.kind for one in staff.near} == {"unit", "idea", "call"}
    assert {one.spot.kind for one in resident.near} == {"unit", "call"}
    assert [(one.title, one.answers) for one in reads.challenges(viewer=lab.city.viewer("employee"))] == [
        ("Trygg hemma", 1)
    ]


def test_what_is_akin_shows_while_an_idea_is_told_and_never_to_residents(lab: Lab) -> None:
    ref = told(lab)
    found = reads.kin(viewer=lab.city.viewer("hr"), title="Tända ljus i hallen", text="")
    assert [one.spot.ref for one in found.rows] == [ref]
    with pytest.raises(Missing):
        reads.kin(viewer=lab.city.viewer("resident"), title="Ljus i hallen")


def test_who_is_in_an_idea_is_named_by_their_own_word_alone(lab: Lab) -> None:
    ref = told(lab)
    seen = reads.idea(ref=ref, viewer=lab.city.viewer("colleague")).crew
    assert (seen.rows, seen.unnamed, seen.may_join) == ((), 1, True)
    actions.join(ref=ref, named=True, **lab.by("colleague"))
    own = reads.idea(ref=ref, viewer=lab.city.viewer("employee")).crew
    other = reads.idea(ref=ref, viewer=lab.city.viewer("hr")).crew
    assert [one.name for one in own.rows] == ["Kim Employee", "Kim Colleague"]
    assert ([one.name for one in other.rows], other.unnamed) == (["Kim Colleague"], 1)


def test_R18_a_protected_person_is_not_named_even_to_those_who_are_in_it(lab: Lab) -> None:
    ref = told(lab, "protected", named=True)
    actions.join(ref=ref, **lab.by("employee"))
    crew = reads.idea(ref=ref, viewer=lab.city.viewer("employee")).crew
    assert ([one.name for one in crew.rows], crew.unnamed) == (["Kim Employee"], 1)


def test_entries_are_open_to_the_city_but_not_to_residents_nor_named_to_assessors(lab: Lab) -> None:
    ref = lab.entry()
    lab.jury("colleague")
    assert reads.entry(ref=ref, viewer=lab.city.viewer("hr"), now=lab.now).title == "Hallen först"
    for role in ("resident", "colleague"):
        with pytest.raises(Missing):
            reads.entry(ref=ref, viewer=lab.city.viewer(role), now=lab.now)
    assert [
        one.ref for one in reads.call(ref=lab.call, viewer=lab.city.viewer("hr"), now=lab.now).entries
    ] == [ref]
    assert reads.call(ref=lab.call, viewer=lab.city.viewer("colleague"), now=lab.now).entries == ()
    with pytest.raises(Missing):
        reads.together(ref=ref, viewer=lab.city.viewer("colleague"), now=lab.now)


def test_an_assessor_reads_a_copy_and_the_others_only_when_their_own_is_in(lab: Lab) -> None:
    ref = lab.entry(title="Kim Employees hall")
    lab.jury(*FAR[:2])
    then = lab.assigned()
    actions.assess(ref=ref, scores=["5", "1"], comment="Ja!", **then.by("colleague"))
    shut = reads.duty(ref=ref, viewer=lab.city.viewer("crowd0"))
    assert (shut.title, shut.own, shut.others) == ("[namn] hall", None, ())
    actions.assess(ref=ref, scores=["1", "1"], **then.by("crowd0"))
    opened = reads.duty(ref=ref, viewer=lab.city.viewer("crowd0"))
    assert [(one.scores, one.total, one.comment) for one in opened.others] == [((5, 1), 4.0, "Ja!")]
    assert opened.own is not None
    with pytest.raises(Missing):
        reads.duty(ref=ref, viewer=lab.city.viewer("communicator"))


def test_a_call_that_is_read_with_names_needs_no_copies_to_be_released(
    city: SmallCity, now: datetime
) -> None:
    lab = laid(city, now, blind=False, open_entries=False)
    ref = lab.entry(title="Kim Employees hall")
    lab.jury(*FAR[:2])
    then = lab.later()
    actions.close_call(ref=lab.call, **then.by("communicator"))
    actions.assign(ref=lab.call, **then.by("communicator"))
    duty = reads.duty(ref=ref, viewer=city.viewer("colleague"))
    assert (duty.title, duty.blind, duty.said[1].answer) == ("Kim Employees hall", False, "3")
    with pytest.raises(Missing):
        reads.copies(ref=lab.call, viewer=city.viewer("communicator"))
    with pytest.raises(Missing):
        reads.entry(ref=ref, viewer=city.viewer("hr"), now=now)


def test_an_assessor_sees_what_is_done_and_what_is_left(lab: Lab) -> None:
    refs = [lab.entry(title=f"Idé {n}") for n in range(3)]
    lab.jury(*FAR[:2])
    then = lab.assigned()
    actions.assess(ref=refs[0], scores=["3", "3"], **then.by("colleague"))
    (mine,) = reads.duties(viewer=lab.city.viewer("colleague")).calls
    assert (mine.done, mine.left, mine.mildness) == (1, 2, None)
    assert reads.home(viewer=lab.city.viewer("colleague"), now=then.now).waiting == 2


def test_the_table_evens_out_and_puts_first_what_assessors_disagree_on(lab: Lab) -> None:
    refs = [lab.entry(title=f"Idé {n}") for n in range(4)]
    lab.jury(*FAR[:2])
    then = lab.assigned()
    for place, ref in enumerate(refs):
        actions.assess(ref=ref, scores=["4", "4"], **then.by("colleague"))
        low = "1" if place == 2 else "3"
        actions.assess(ref=ref, scores=[low, low], **then.by("crowd0"))
    table = reads.table(ref=lab.call, viewer=lab.city.viewer("communicator"))
    assert table.rows[0].ref == refs[2]
    assert [row.talk for row in table.rows] == [True, False, False, False]
    assert (table.evened, table.waiting, table.undecided) == (True, 0, 4)
    assert table.widest == pytest.approx(sum(map(abs, table.mildness)))
    assert (table.rows[1].raw, table.rows[1].assessments) == (3.5, 2)


def test_the_office_sees_no_figures_of_what_it_is_in_or_has_yet_to_assess(lab: Lab) -> None:
    own, other = lab.entry("communicator", "Min"), lab.entry("colleague", "Annans")
    lab.jury("crowd1", "crowd2", "administrator")
    then = lab.closed()
    table = reads.table(ref=lab.call, viewer=lab.city.viewer("communicator"))
    assert ([row.ref for row in table.rows], table.hidden) == ([other], 1)
    with pytest.raises(Missing):
        reads.verdict(ref=own, viewer=lab.city.viewer("communicator"))
    with pytest.raises(Missing):
        reads.copy(ref=own, viewer=lab.city.viewer("communicator"))
    assert [row.ref for row in reads.copies(ref=lab.call, viewer=lab.city.viewer("communicator")).rows] == [
        other
    ]
    assert then.stage() == "assessment"


def test_a_decision_is_told_to_those_who_entered_when_all_is_decided_and_not_before(lab: Lab) -> None:
    yes, no = lab.entry(title="Ja"), lab.entry(title="Nej")
    then = lab.closed()
    actions.weigh(ref=no, outcome="declined", reason="Prövat.", **then.by("communicator"))
    own = lab.city.viewer("employee")
    assert reads.entry(ref=no, viewer=own, now=then.now).reason == ""
    then.decided(yes)
    page = reads.entry(ref=no, viewer=own, now=then.now)
    assert (page.outcome, page.reason) == ("declined", "Tydligt behov.")
    assert reads.entry(ref=no, viewer=lab.city.viewer("hr"), now=then.now).reason == ""
    call = reads.call(ref=lab.call, viewer=own, now=then.now)
    assert (call.kept, call.stage) == (True, "decided")


def test_T3_counts_of_those_too_close_are_masked_and_the_reason_never_says_how(lab: Lab) -> None:
    ref = lab.entry()
    lab.jury("manager", *FAR[:2])
    lab.assigned()
    jury = reads.jury(ref=lab.call, viewer=lab.city.viewer("communicator"), now=lab.now)
    assert {one.name: one.close for one in jury.assessors}["Kim Manager"] is None
    assert jury.close is None
    placed = reads.placement(ref=ref, viewer=lab.city.viewer("communicator"), now=lab.now)
    assert [(row.given, row.why) for row in placed.rows if row.name == "Kim Manager"] == [
        (False, "Is too close to it.")
    ]


def test_R18_a_search_for_assessors_never_finds_a_protected_person(lab: Lab) -> None:
    viewer = lab.city.viewer("communicator")
    found = reads.jury(ref=lab.call, viewer=viewer, now=lab.now, query="Kim").found
    assert found
    assert "Kim Protected" not in {one.name for one in found}


def test_the_portfolio_is_public_with_the_stopped_ones_and_what_they_taught(lab: Lab) -> None:
    ref = begun(lab)
    gated(lab, ref, "stop", lesson="Ingen tände.")
    page = reads.portfolio(viewer=lab.city.viewer("resident"))
    assert [(one.ref, one.state, one.lesson) for one in page.rows] == [(ref, "stopped", "Ingen tände.")]
    assert reads.portfolio(viewer=lab.city.viewer("resident"), state="running").rows == ()
    assert reads.portfolio(viewer=lab.city.viewer("resident"), query="tände").total == 1
    one = reads.initiative(ref=ref, viewer=lab.city.viewer("resident"), now=lab.now)
    assert (one.why_stopped, one.may_drive, one.may_gate, one.crew.rows) == ("Så här.", False, False, ())
    with pytest.raises(Missing):
        reads.gate(ref=ref, viewer=lab.city.viewer("communicator"))


def test_R6_a_gate_says_beforehand_what_is_lacking(lab: Lab) -> None:
    ref = begun(lab)
    gated(lab, ref)
    viewer = lab.city.viewer("communicator")
    assert reads.gate(ref=ref, viewer=viewer).lacks == (
        "a plan", "an estimated cost", "effect goals", "a test group",
    )  # fmt: skip
    actions.plan(ref=ref, **PLAN, **lab.by("employee"))
    actions.aim(ref=ref, **AIM, **lab.by("employee"))
    page = reads.gate(ref=ref, viewer=viewer)
    assert (page.lacks, page.following) == ((), "Pilot")


def test_a_cohort_stands_side_by_side(lab: Lab) -> None:
    then = lab
    yes = lab.entry()
    then = lab.closed().decided(yes)
    one = Initiative.objects.get()
    actions.note(
        ref=one.node.ref, latest="Rullar", obstacle="Lokal", next_on=date(2026, 9, 2), coaching=True,
        **then.by("administrator"),
    )  # fmt: skip
    (row,) = reads.board(ref=lab.call, viewer=lab.city.viewer("hr"), now=then.now).rows
    assert (row.coach, row.late, row.obstacle, row.latest) == ("Kim Administrator", True, "Lokal", "Rullar")
    resident = reads.initiative(ref=one.node.ref, viewer=lab.city.viewer("resident"), now=lab.now)
    assert (resident.coach, resident.obstacle) == ("", "")


def test_a_register_shows_what_would_come_of_it_and_every_bad_row_by_its_number(lab: Lab) -> None:
    ref = actions.bring_register(title="Register", file=REGISTER.encode(), **lab.by("communicator"))
    page = reads.mapping(ref=ref, viewer=lab.city.viewer("communicator"))
    assert (page.fresh, page.changed, page.same) == (2, 0, 0)
    assert [(one.rows, one.reason) for one in page.bad] == [
        ("3", "it has no title"),
        ("4", "it is over, and says nothing of what it taught"),
    ]
    assert Initiative.objects.count() == 0
    none = reads.mapping(ref=ref, viewer=lab.city.viewer("communicator"), columns={})
    assert (none.fresh, [(one.rows, one.many) for one in none.bad]) == (0, [("2–5", 4)])
    with pytest.raises(Missing):
        reads.mapping(ref=ref, viewer=lab.city.viewer("hr"))


@pytest.mark.parametrize("many", [1, 3])
def test_G19_the_pages_of_a_call_ask_as_much_for_three_entries_as_for_one(lab: Lab, many: int) -> None:
    for place in range(many):
        actions.join(ref=lab.entry(title=f"Idé {place}"), **lab.by("hr"))
    lab.jury(*FAR[:3])
    lab.assigned()
    office, judge = lab.city.viewer("communicator"), lab.city.viewer("colleague")
    counts = []
    for ask in (
        lambda: reads.jury(ref=lab.call, viewer=office, now=lab.now),
        lambda: reads.table(ref=lab.call, viewer=office),
        lambda: reads.copies(ref=lab.call, viewer=office),
        lambda: reads.call(ref=lab.call, viewer=office, now=lab.now),
        lambda: reads.duties(viewer=judge),
    ):
        with CaptureQueriesContext(connection) as made:
            ask()
        counts.append(len(made.captured_queries))
    assert counts == [16, 5, 2, 13, 1]
