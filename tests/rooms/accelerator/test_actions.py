"""What can be done in the accelerator."""

from datetime import date, timedelta
from typing import Any

import pytest

from ledstjarna.people.models import Person
from ledstjarna.rooms.accelerator import actions
from ledstjarna.rooms.accelerator.models import Call, Copy, Entry, Initiative, Member, Register, Seat
from ledstjarna.thread.models import Audience, Fact, Node, Strand
from ledstjarna.thread.reads import Missing, Refused
from tests.rooms.accelerator.conftest import ANSWERS, CALL, Lab

FAR = ("colleague", "crowd0", "crowd2", "crowd4")  # at the school, when entries come from home care


def ties(ref: str) -> set[tuple[str, str]]:
    rows = Strand.objects.filter(source__ref=ref, cut=False)
    return set(rows.values_list("name", "target__kind"))


def test_a_challenge_is_set_by_the_office_serves_something_and_is_public(lab: Lab) -> None:
    assert ties(lab.challenge) == {("serves", "area"), ("kept_by", "unit")}
    assert Node.objects.get(ref=lab.challenge).audience == Audience.PUBLIC
    words: dict[str, Any] = {"title": "Ny", "preamble": "Så", "serves": [lab.area]}
    with pytest.raises(Refused, match=r"^This is done by the innovation office"):
        actions.set_challenge(**words, **lab.by("manager"))
    with pytest.raises(Refused, match=r"^Tick what it serves"):
        actions.set_challenge(**words | {"serves": []}, **lab.by("communicator"))


def test_a_challenge_can_be_worded_anew_and_let_go_once(lab: Lab) -> None:
    actions.change_challenge(
        ref=lab.challenge, title="Tryggare", preamble="Så", serves=[lab.area], **lab.by("city_director")
    )
    assert Node.objects.get(ref=lab.challenge).title == "Tryggare"
    assert ties(lab.challenge) == {("serves", "area")}
    actions.end_challenge(ref=lab.challenge, **lab.by("city_director"))
    with pytest.raises(Refused, match=r"^It holds no longer already"):
        actions.end_challenge(ref=lab.challenge, **lab.by("city_director"))


def told(lab: Lab, role: str = "employee", **more: Any) -> str:
    words: dict[str, Any] = {"title": "Ljus i hallen", "text": "Vi tänder.", "inlet": "idea"}
    return actions.tell_idea(**words, answers=[lab.challenge], **more, **lab.by(role))


def test_anyone_in_the_city_tells_an_idea_and_the_log_never_says_who(lab: Lab) -> None:
    ref = told(lab, named=True)
    assert ties(ref) == {("answers", "challenge")}
    assert Node.objects.get(ref=ref).audience == Audience.CITY
    assert Fact.objects.get(node__ref=ref).who is None
    with pytest.raises(Refused, match=r"^This is done by somebody who works in the city"):
        told(lab, "resident")


def test_others_join_an_idea_at_once_and_leave_it(lab: Lab) -> None:
    ref = told(lab)
    actions.join(ref=ref, named=True, **lab.by("colleague"))
    assert list(Member.objects.filter(node__ref=ref).values_list("part", "named")) == [
        ("in", False),
        ("in", True),
    ]
    with pytest.raises(Refused, match=r"^You are in it already"):
        actions.join(ref=ref, **lab.by("colleague"))
    actions.leave(ref=ref, **lab.by("colleague"))
    with pytest.raises(Refused, match=r"^You are not in it"):
        actions.leave(ref=ref, **lab.by("colleague"))


def test_R18_a_protected_person_is_never_named_whatever_they_tick(lab: Lab) -> None:
    told(lab, "protected", named=True)
    assert not Member.objects.get(person=lab.city.persons["protected"]).named


def test_an_entry_is_joined_by_asking_or_by_invitation_and_only_while_the_call_is_open(lab: Lab) -> None:
    ref = lab.entry()
    actions.join(ref=ref, **lab.by("colleague"))
    assert Member.objects.get(person=lab.city.persons["colleague"]).part == "asks"
    with pytest.raises(Refused, match=r"^This is done by those who are in it"):
        actions.invite(ref=ref, person=lab.person("crowd1"), **lab.by("colleague"))
    actions.invite(ref=ref, person=lab.person("colleague"), **lab.by("employee"))
    actions.invite(ref=ref, person=lab.person("crowd1"), **lab.by("employee"))
    parts = dict(Member.objects.filter(node__ref=ref).values_list("person__number", "part"))
    assert parts == {"employee": "in", "colleague": "in", "crowd1": "invited"}
    with pytest.raises(Refused, match=r"^That person is in it already"):
        actions.invite(ref=ref, person=lab.person("crowd1"), **lab.by("employee"))
    with pytest.raises(Missing):
        actions.invite(ref=ref, person=lab.person("protected"), **lab.by("employee"))
    actions.close_call(ref=lab.call, **lab.later().by("communicator"))
    with pytest.raises(Refused, match=r"^It can be joined only while the call is open"):
        actions.join(ref=ref, **lab.by("hr"))


def test_the_last_one_in_an_entry_does_not_leave_it_but_withdraws_it(lab: Lab) -> None:
    ref = lab.entry()
    with pytest.raises(Refused, match=r"^You are the last one in it"):
        actions.leave(ref=ref, **lab.by("employee"))


def test_the_days_of_a_call_come_one_after_the_other(lab: Lab) -> None:
    day = lab.now.date()
    with pytest.raises(Refused, match=r"^It opens, closes and is decided in that order"):
        actions.set_call(**CALL, opens=day, closes=day, decides=day, **lab.by("communicator"))


def shaped(lab: Lab) -> str:
    day = lab.now.date()
    days: dict[str, Any] = {"opens": day, "closes": day, "decides": day + timedelta(days=9)}
    return actions.set_call(**CALL, **days, **lab.by("communicator"))


def test_a_call_needs_a_question_and_a_criterion_to_be_opened(lab: Lab) -> None:
    ref = shaped(lab)
    with pytest.raises(Refused, match=r"^It needs a question"):
        actions.open_call(ref=ref, **lab.by("communicator"))


def test_a_form_is_shaped_until_the_call_is_open_and_not_after(lab: Lab) -> None:
    ref = shaped(lab)
    top = lab.by("communicator")
    for text in ("Ett", "Två", "Tre"):
        actions.add_question(ref=ref, text=text, sort="short", **top)
    actions.drop_part(ref=ref, what="question", place=1, **top)
    with pytest.raises(Refused, match=r"^It is not there any more"):
        actions.drop_part(ref=ref, what="criterion", place=0, **top)
    with pytest.raises(Refused, match=r"^Write at least two things"):
        actions.add_question(ref=ref, text="Vilken?", sort="choice", options="En", **top)
    actions.add_criterion(ref=ref, title="Nytta", low="0", high="1", weight=1, **top)
    actions.open_call(ref=ref, **top)
    with pytest.raises(Refused, match=r"^It has been opened"):
        actions.add_question(ref=ref, text="Fyra", sort="short", **top)
    node = Node.objects.get(ref=ref)
    assert (node.audience, node.due) == (Audience.PUBLIC, lab.now.date() + timedelta(days=9))


def test_an_empty_form_begins_with_the_usual_and_one_with_something_in_it_does_not(lab: Lab) -> None:
    ref = shaped(lab)
    actions.usual_form(ref=ref, **lab.by("communicator"))
    call = Call.objects.get(node__ref=ref)
    assert call.questions.get(place=0).text == "Vad vill ni göra?"
    assert [one.weight for one in call.criteria.order_by("place")] == [3, 2, 2]
    with pytest.raises(Refused, match=r"^There is something in the form already"):
        actions.usual_form(ref=ref, **lab.by("communicator"))


def test_a_call_that_is_shaped_can_be_changed(lab: Lab) -> None:
    ref, day = shaped(lab), lab.now.date()
    days: dict[str, Any] = {"opens": day, "closes": day, "decides": day + timedelta(days=30)}
    actions.change_call(
        ref=ref, **(CALL | {"title": "Ny"}), **days, seeks=[lab.challenge], **lab.by("communicator")
    )
    assert ties(ref) == {("seeks", "challenge")}
    with pytest.raises(Missing):
        actions.enter(ref=ref, title="x", **lab.by("employee"))


def test_an_entry_is_a_draft_to_its_own_until_it_is_sent(lab: Lab) -> None:
    ref = actions.enter(ref=lab.call, title="Hallen", **lab.by("employee"))
    assert ties(ref) == {("entered_in", "call"), ("answers", "challenge")}
    actions.write_entry(ref=ref, title="Hallen", answers=["", "", ""], **lab.by("employee"))
    assert Node.objects.get(ref=ref).audience == Audience.NAMED
    with pytest.raises(Refused, match=r"^“Vad gör ni\?” is not answered"):
        actions.write_entry(ref=ref, title="Hallen", answers=["", "3", ""], send=True, **lab.by("employee"))
    with pytest.raises(Refused, match=r"^The form is another"):
        actions.write_entry(ref=ref, title="Hallen", answers=["x"], **lab.by("employee"))
    actions.write_entry(ref=ref, title="Hallen", answers=ANSWERS, send=True, **lab.by("employee"))
    assert Node.objects.get(ref=ref).audience == Audience.CITY
    with pytest.raises(Refused, match=r"^This is done by those who are in it"):
        actions.write_entry(ref=ref, title="Min", answers=ANSWERS, **lab.by("colleague"))


def test_nothing_is_entered_before_or_after_the_call_is_open(lab: Lab) -> None:
    late = lab.at(lab.now + timedelta(days=21))
    with pytest.raises(Refused, match=r"^The call is not open"):
        actions.enter(ref=lab.call, title="Sent", **late.by("employee"))


def test_a_withdrawn_entry_is_read_by_its_own_alone_and_written_no_more(lab: Lab) -> None:
    ref = lab.entry()
    actions.withdraw(ref=ref, **lab.by("employee"))
    node = Node.objects.get(ref=ref)
    assert (node.audience, node.ended) == (Audience.NAMED, lab.now)
    with pytest.raises(Refused, match=r"^It has been withdrawn"):
        actions.withdraw(ref=ref, **lab.by("employee"))


def test_a_call_is_open_to_its_last_day(lab: Lab) -> None:
    with pytest.raises(Refused, match=r"^It is open to its last day"):
        actions.close_call(ref=lab.call, **lab.by("communicator"))
    actions.close_call(ref=lab.call, **lab.later().by("communicator"))
    assert lab.stage() == "assessment"


def test_copies_lose_the_names_of_entrants_colleagues_and_units_and_can_be_mended_until_released(
    lab: Lab,
) -> None:
    ref = actions.enter(ref=lab.call, title="Kim Employees idé", **lab.by("employee"))
    said = "Jag, Employee på Hemtjänsten, och Kim Crowd3 (kim.c@sundhamn.example, 070-123 45 67)."
    actions.write_entry(
        ref=ref, title="Kim Employees idé", answers=[said, "3", "Ja"], send=True, **lab.by("employee")
    )
    then = lab.later()
    actions.close_call(ref=lab.call, **then.by("communicator"))
    copy = Copy.objects.get()
    assert copy.title == "[namn] idé"
    assert copy.answers[0] == "Jag, [namn] på [enhet], och [namn] ([e-post], [telefon])."
    actions.mend_copy(ref=ref, title="En idé", answers=["Vi.", "3", "Ja"], **then.by("communicator"))
    actions.release_copies(ref=lab.call, **then.by("communicator"))
    with pytest.raises(Refused, match=r"^The copies have been released"):
        actions.mend_copy(ref=ref, title="x", answers=["", "", ""], **then.by("communicator"))
    assert Copy.objects.get().title == "En idé"


def test_R13_an_assessor_enters_nothing_and_an_entrant_assesses_nothing(lab: Lab) -> None:
    lab.entry()
    with pytest.raises(Refused, match=r"^That person cannot assess in this call"):
        lab.jury("employee")
    lab.jury("colleague")
    with pytest.raises(Refused, match=r"^You assess in this call"):
        actions.enter(ref=lab.call, title="x", **lab.by("colleague"))


def test_R18_a_protected_person_is_no_assessor(lab: Lab) -> None:
    with pytest.raises(Missing):
        lab.jury("protected")


def test_R13_nobody_gets_an_entry_from_their_own_unit_or_line(lab: Lab) -> None:
    ref = lab.entry()
    lab.jury("manager", "crowd1", "hr", *FAR[:2])
    lab.assigned()
    assert sorted(lab.assessors(ref)) == ["colleague", "crowd0"]


def test_what_has_been_said_or_locked_stays_when_places_are_given_anew(lab: Lab) -> None:
    refs = [lab.entry("employee", f"Idé {n}") for n in range(4)]
    lab.jury(*FAR)
    then = lab.assigned()
    first = lab.assessors(refs[0])
    locked = Person.objects.get(number=first[1]).node.ref
    actions.lock(ref=lab.call, entry=refs[0], person=locked, **then.by("communicator"))
    lab.at(then.now).jury("crowd6")
    actions.assign(ref=lab.call, **then.by("communicator"))
    assert first[1] in lab.assessors(refs[0])
    loads = [Seat.objects.filter(assessor__person__number=name).count() for name in (*FAR, "crowd6")]
    assert sum(loads) == 8
    assert max(loads) - min(loads) <= 1


def test_too_few_assessors_are_said_with_the_entry_that_lacks_them(lab: Lab) -> None:
    lab.entry()
    lab.jury("manager", "hr", "colleague")
    then = lab.closed()
    with pytest.raises(Refused, match=r"^Too few are free to assess “Hallen först”"):
        actions.assign(ref=lab.call, **then.by("communicator"))


def test_an_assessor_says_it_once_and_cannot_see_an_entry_that_is_not_theirs(lab: Lab) -> None:
    ref = lab.entry()
    lab.jury(*FAR[:2])
    then = lab.assigned()
    with pytest.raises(Missing):
        actions.assess(ref=ref, scores=["3", "4"], **then.by("hr"))
    with pytest.raises(Refused, match=r"^Choose a figure from 1 to 5"):
        actions.assess(ref=ref, scores=["3", "9"], **then.by("colleague"))
    actions.assess(ref=ref, scores=["3", "4"], comment="Bra", **then.by("colleague"))
    with pytest.raises(Refused, match=r"^You have assessed it already"):
        actions.assess(ref=ref, scores=["5", "5"], **then.by("colleague"))
    assert Fact.objects.filter(verb="accelerator.assessed", who=None, node__ref=lab.call).count() == 1


def test_R13_an_assessor_declares_that_they_are_too_close_and_it_goes_to_another(lab: Lab) -> None:
    ref = lab.entry()
    lab.jury(*FAR[:2])
    then = lab.assigned()
    actions.declare(ref=ref, **then.by("colleague"))
    lab.at(then.now).jury("crowd2")
    actions.assign(ref=lab.call, **then.by("communicator"))
    assert sorted(lab.assessors(ref)) == ["crowd0", "crowd2"]


def test_an_assessor_who_has_said_something_stays(lab: Lab) -> None:
    ref = lab.entry()
    lab.jury(*FAR[:2])
    then = lab.assigned()
    actions.assess(ref=ref, scores=["3", "4"], **then.by("colleague"))
    with pytest.raises(Refused, match=r"^They have assessed already"):
        actions.unseat_assessor(ref=lab.call, person=lab.person("colleague"), **then.by("communicator"))
    actions.unseat_assessor(ref=lab.call, person=lab.person("crowd0"), **then.by("communicator"))
    assert lab.assessors(ref) == ["colleague"]


def test_everyone_gets_a_reason_before_the_call_is_decided_and_yes_becomes_an_initiative(lab: Lab) -> None:
    yes, no = lab.entry(title="Ja tack"), lab.entry(title="Nej tack")
    then = lab.closed()
    top = then.by("communicator")
    actions.weigh(ref=yes, outcome="granted", reason="Bra", amount=200_000, **top)
    with pytest.raises(Refused, match=r"^1 have no decision with a reason yet"):
        actions.decide_call(ref=lab.call, **top)
    with pytest.raises(Refused, match=r"^That is 1 kronor more than"):
        actions.weigh(ref=no, outcome="granted", reason="Bra", amount=100_001, **top)
    actions.weigh(ref=no, outcome="declined", reason="Prövades i fjol.", amount=9, **top)
    assert Entry.objects.get(node__ref=no).amount == 0
    actions.decide_call(ref=lab.call, **top)
    made = Initiative.objects.get()
    assert ties(made.node.ref) == {("grows_out_of", "entry"), ("answers", "challenge"), ("kept_by", "unit")}
    assert (made.node.audience, made.funds.get().amount) == (Audience.PUBLIC, 200_000)
    assert Member.objects.get(node=made.node).named
    assert Node.objects.get(ref=lab.call).due is None


def test_nobody_decides_of_their_own(lab: Lab) -> None:
    ref = lab.entry("communicator")
    then = lab.closed()
    with pytest.raises(Refused, match=r"^You are in this entry yourself"):
        actions.weigh(ref=ref, outcome="granted", reason="Bra", **then.by("communicator"))
    actions.weigh(ref=ref, outcome="granted", reason="Bra", **then.by("city_director"))


def begun(lab: Lab) -> str:
    return actions.begin(ref=told(lab), **lab.by("communicator"))


def test_an_idea_goes_straight_in_once(lab: Lab) -> None:
    idea = told(lab)
    ref = actions.begin(ref=idea, **lab.by("communicator"))
    assert ties(ref) == {("grows_out_of", "idea"), ("answers", "challenge"), ("kept_by", "unit")}
    with pytest.raises(Refused, match=r"^It has become an initiative already"):
        actions.begin(ref=idea, **lab.by("communicator"))


def gated(lab: Lab, ref: str, result: str = "scale", **more: Any) -> None:
    actions.pass_gate(ref=ref, result=result, reason="Så här.", **more, **lab.by("communicator"))


PLAN: dict[str, Any] = {
    "title": "Ljus",
    "what": "Vi tänder",
    "plan": "Vecka ett",
    "cost": 9000,
    "group": "Tolv hem",
}
AIM: dict[str, Any] = {"text": "Färre fall", "measured_in": "fall", "baseline": 10.0, "target": 4.0}


def test_R6_a_pilot_needs_plan_cost_effect_goals_and_test_group(lab: Lab) -> None:
    ref = begun(lab)
    gated(lab, ref)
    with pytest.raises(Refused, match="a plan, an estimated cost, effect goals, a test group"):
        gated(lab, ref)
    actions.plan(ref=ref, **PLAN, **lab.by("employee"))
    with pytest.raises(Refused, match="it needs: effect goals"):
        gated(lab, ref)
    actions.aim(ref=ref, **AIM, **lab.by("employee"))
    gated(lab, ref)
    assert Initiative.objects.get().step == 3


def test_R6_R7_scaling_asks_for_a_measured_effect_and_everyday_use_for_a_lesson(lab: Lab) -> None:
    ref = begun(lab)
    gated(lab, ref)
    actions.plan(ref=ref, **PLAN, **lab.by("employee"))
    actions.aim(ref=ref, **AIM, **lab.by("employee"))
    gated(lab, ref)
    with pytest.raises(Refused, match="a measured effect"):
        gated(lab, ref)
    one = Initiative.objects.get()
    actions.measure(ref=ref, goal=one.goals.get().pk, measured=6.0, on=date(2026, 9, 1), **lab.by("employee"))
    gated(lab, ref)
    with pytest.raises(Refused, match=r"^Tell what it taught"):
        gated(lab, ref)
    gated(lab, ref, lesson="Det lilla räcker.")
    one.refresh_from_db()
    assert (one.step, one.state) == (4, "done")


def test_R7_one_that_is_stopped_keeps_its_step_says_why_and_what_it_taught(lab: Lab) -> None:
    ref = begun(lab)
    gated(lab, ref)
    with pytest.raises(Refused, match=r"^Tell what it taught"):
        gated(lab, ref, "stop")
    gated(lab, ref, "stop", lesson="Ingen tände.")
    one = Initiative.objects.get()
    assert (one.step, one.state, one.why_stopped, one.lesson) == (2, "stopped", "Så här.", "Ingen tände.")
    with pytest.raises(Refused, match=r"^It is over"):
        gated(lab, ref)
    with pytest.raises(Refused, match=r"^It is over"):
        actions.plan(ref=ref, **PLAN, **lab.by("employee"))


def test_an_adjusted_one_stays_at_its_step_and_comes_back_on_a_day(lab: Lab) -> None:
    ref = begun(lab)
    gated(lab, ref, "adjust", next_on=date(2026, 10, 1))
    one = Initiative.objects.get()
    assert (one.step, one.node.due, one.gates.get().result) == (1, date(2026, 10, 1), "adjust")


def test_a_gate_is_decided_by_the_director_it_belongs_to_but_by_nobody_who_is_in_it(lab: Lab) -> None:
    ref = begun(lab)
    actions.pass_gate(ref=ref, result="adjust", reason="Mer", **lab.by("director"))
    for role in ("employee", "manager", "hr"):
        with pytest.raises(Refused, match=r"^A gate is decided by the office"):
            actions.pass_gate(ref=ref, result="adjust", reason="Mer", **lab.by(role))


def test_only_the_office_grants_and_those_who_are_in_it_say_what_was_used(lab: Lab) -> None:
    ref = begun(lab)
    words: dict[str, Any] = {"ref": ref, "amount": 500, "on": date(2026, 9, 1)}
    actions.fund(sort="used", **words, **lab.by("employee"))
    with pytest.raises(Refused, match=r"^This is done by the innovation office"):
        actions.fund(sort="granted", **words, **lab.by("employee"))
    with pytest.raises(Refused, match=r"^This is done by those who are in it"):
        actions.fund(sort="used", **words, **lab.by("colleague"))


def test_whoever_coaches_says_so_themselves(lab: Lab) -> None:
    ref = begun(lab)
    actions.note(ref=ref, latest="Rullar", coaching=True, **lab.by("administrator"))
    assert Initiative.objects.get().coach == lab.city.persons["administrator"]
    actions.note(ref=ref, latest="Rullar", **lab.by("administrator"))
    assert Initiative.objects.get().coach is None


def test_an_effect_goal_that_asks_for_nothing_is_refused(lab: Lab) -> None:
    ref = begun(lab)
    with pytest.raises(Refused, match=r"^How it is to be is the same"):
        actions.aim(ref=ref, **AIM | {"target": 10.0}, **lab.by("employee"))
    with pytest.raises(Refused, match=r"^It is not there any more"):
        actions.measure(ref=ref, goal=99, measured=1.0, on=date(2026, 9, 1), **lab.by("employee"))


REGISTER = (
    "Rubrik;Vad;Status;Progress value;Lärdomar;Utmaning;Organisation;Beviljade medel;Estimated budget\n"
    "Sensorer;Vi mäter;Pilot;60;;Trygg hemma;Hemtjänsten;50 000 kr 2026-01-02 start;90000\n"
    ";Utan namn;Pilot;60;;;;;\n"
    "Robotkatt;Sällskap;Avbruten;-1;;;;;\n"
    "Dörrar;Nycklar;Klar;100;Larmet väckte grannen.;;;;\n"
)


def brought(lab: Lab, text: str = REGISTER) -> str:
    ref = actions.bring_register(title="Register", file=text.encode(), **lab.by("communicator"))
    columns = Register.objects.get(node__ref=ref).columns
    return actions.settle_register(ref=ref, columns=columns, **lab.by("communicator"))


def test_a_register_is_read_and_the_same_file_again_changes_nothing(lab: Lab) -> None:
    brought(lab)
    made = {one.node.title: one for one in Initiative.objects.select_related("node")}
    assert set(made) == {"Sensorer", "Dörrar"}
    sensors = made["Sensorer"]
    assert (sensors.step, sensors.cost, sensors.funds.get().amount) == (3, 90000, 50000)
    assert ties(sensors.node.ref) == {("answers", "challenge"), ("kept_by", "unit")}
    before = list(Initiative.objects.order_by("pk").values())
    brought(lab)
    assert list(Initiative.objects.order_by("pk").values()) == before
    brought(lab, REGISTER.replace("Vi mäter", "Vi mäter mindre"))
    sensors.refresh_from_db()
    assert (sensors.what, Initiative.objects.count()) == ("Vi mäter mindre", 2)


def test_a_register_is_read_once_and_can_be_let_go_before(lab: Lab) -> None:
    top = lab.by("communicator")
    ref = actions.bring_register(title="Fel", file=REGISTER.encode(), **top)
    actions.drop_register(ref=ref, **top)
    with pytest.raises(Refused, match=r"^It has been read already"):
        actions.settle_register(ref=ref, columns={"title": 0}, **top)
    with pytest.raises(Refused, match=r"^The file is empty"):
        actions.bring_register(title="Tom", file=b" ", **top)
    other = actions.bring_register(title="Annan", file=REGISTER.encode(), **top)
    with pytest.raises(Refused, match=r"^No row can be read so"):
        actions.settle_register(ref=other, columns={}, **top)
