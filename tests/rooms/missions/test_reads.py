"""What the missions room answers."""

from datetime import date, timedelta
from typing import Any

import pytest

from ledstjarna.rooms.missions import actions, reads, rules
from ledstjarna.thread.models import Node
from ledstjarna.thread.reads import Missing
from tests.rooms.missions.conftest import CARD, GOAL, ITEM, PLAN, Chain

MET: dict[str, Any] = {"met": "Laget", "saw": "Lugnare.", "learnt": "Tid.", "changes": "", "next_on": None}


def asked(chain: Chain, ref: str = "", role: str = "opposition", text: str = "Hur vet ni det?") -> str:
    return actions.ask(ref=ref or chain.goal, text=text, **chain.by(role))


def test_the_chain_is_the_same_to_majority_opposition_and_residents(chain: Chain) -> None:
    pages = [reads.steering(viewer=chain.viewer(role)) for role in ("elected", "opposition", "resident")]
    assert pages[0] == pages[1] == pages[2]
    page = pages[0]
    assert [line.spot.ref for line in page.programmes] == [chain.programme]
    assert [line.spot.ref for line in page.directions] == [chain.direction]
    board = next(one for one in page.boards if one.spot.ref == chain.board)
    assert board.mission is not None
    assert (board.mission.spot.ref, board.goals, page.goals) == (chain.mission, 1, 1)


def test_what_has_been_let_go_is_in_the_chain_no_more(chain: Chain) -> None:
    actions.stop_aim(ref=chain.goal, reason="Nådd", **chain.by("director"))
    assert reads.steering(viewer=chain.viewer("elected")).goals == 0


def test_a_board_s_page_says_what_it_is_for_what_it_wants_and_what_it_has_been_given(chain: Chain) -> None:
    page = reads.holder(ref=chain.board, viewer=chain.viewer("director"), now=chain.now)
    lines = (*page.missions, *page.directions, *page.goals)
    assert [line.spot.ref for line in lines] == [chain.mission, chain.direction, chain.goal]
    assert (page.may_aim, page.may_charge, page.crowded) == (True, False, False)
    assert page.why[0].kind == "vision"


def test_R2_a_board_with_more_goals_than_steer_is_told_so(chain: Chain) -> None:
    for _ in range(rules.BUDGET - 1):
        actions.set_goal(ref=chain.board, serves=[chain.mission], **GOAL, **chain.by("director"))
    assert reads.holder(ref=chain.board, viewer=chain.viewer("director"), now=chain.now).crowded
    desk = reads.desk(kind="board_goal", ref=chain.board, viewer=chain.viewer("director"))
    assert (desk.crowded, desk.goals) == (True, rules.BUDGET)


def test_a_direction_given_to_one_board_is_not_on_another_s_page(chain: Chain) -> None:
    actions.change_aim(
        ref=chain.direction, why="Smalare", title="Nära", text="Vi möts.", serves=[chain.programme],
        given_to=[chain.board], **chain.by("city_director"),
    )  # fmt: skip
    school = chain.city.authorities["school_board"].node.ref
    other = reads.holder(ref=school, viewer=chain.viewer("elected"), now=chain.now)
    own = reads.holder(ref=chain.board, viewer=chain.viewer("elected"), now=chain.now)
    assert (len(other.directions), len(own.directions)) == (0, 1)


def test_a_unit_s_page_has_its_plan_and_its_board_s_goals(chain: Chain) -> None:
    actions.hold(ref=chain.plan, held_on=chain.now.date(), **MET, **chain.by("manager"))
    actions.look(ref=chain.unit, sort="state", title="Läget", text="x", **chain.by("manager"))
    page = reads.holder(ref=chain.unit, viewer=chain.viewer("employee"), now=chain.now)
    assert [line.spot.ref for line in (*page.missions, *page.goals, *page.plans)] == [
        chain.mission, chain.goal, chain.plan,
    ]  # fmt: skip
    assert (len(page.talks), len(page.outlooks), page.may_aim, page.may_ask) == (1, 1, False, True)
    assert [spot.ref for spot in page.above] == [chain.city.units["care"].node.ref]


def test_residents_meet_what_a_unit_is_there_for_and_not_its_plan(chain: Chain) -> None:
    page = reads.holder(ref=chain.unit, viewer=chain.viewer("resident"), now=chain.now)
    assert [line.spot.ref for line in (*page.missions, *page.goals, *page.plans)] == [
        chain.mission,
        chain.goal,
    ]
    assert (page.talks, page.may_aim, page.may_ask) == ((), False, False)


def test_a_person_is_no_place(chain: Chain) -> None:
    with pytest.raises(Missing):
        reads.holder(ref=chain.viewer("employee").ref, viewer=chain.viewer("employee"), now=chain.now)


def test_R3_one_s_own_page_leads_from_the_star_to_one_s_own_unit(chain: Chain) -> None:
    page = reads.mine(viewer=chain.viewer("employee"), now=chain.now)
    assert page.unit is not None
    assert page.unit.ref == chain.unit
    assert [spot.ref for spot in (page.why[0], page.why[-1])] == [chain.star, chain.unit]
    assert [line.spot.ref for line in (*page.missions, *page.goals, *page.plans)] == [
        chain.mission, chain.goal, chain.plan,
    ]  # fmt: skip


def test_one_s_own_page_has_the_questions_that_wait_for_one(chain: Chain) -> None:
    asked(chain)
    assert len(reads.mine(viewer=chain.viewer("director"), now=chain.now).to_answer) == 1
    assert len(reads.mine(viewer=chain.viewer("opposition"), now=chain.now).asked) == 1
    assert reads.mine(viewer=chain.viewer("employee"), now=chain.now).to_answer == ()


def test_nobody_in_particular_has_no_mission(chain: Chain) -> None:
    with pytest.raises(Missing):
        reads.mine(viewer=chain.viewer("resident"), now=chain.now)


def test_an_aim_shows_what_follows_it_and_what_differs_between_its_versions(chain: Chain) -> None:
    indicator = actions.follow(
        ref=chain.goal,
        title="Trygghet",
        measured_in="procent",
        origin="",
        better="up",
        **chain.by("director"),
    )
    actions.change_aim(
        ref=chain.goal, why="Kortare", serves=[chain.mission],
        **(GOAL | {"text": "Äldre känner sig hemma ute."}), **chain.by("director"),
    )  # fmt: skip
    page = reads.aim(ref=chain.goal, viewer=chain.viewer("director"))
    assert [spot.ref for spot in page.indicators] == [indicator]
    differing = [(part.kind, part.text) for part in page.versions[0].passages if part.kind != "same"]
    assert differing == [("gone", "trygga"), ("new", "hemma")]
    assert (page.may_change, page.may_follow, page.may_count, page.may_ask) == (True, True, True, True)


def test_an_aim_that_was_let_go_is_read_and_not_changed(chain: Chain) -> None:
    actions.stop_aim(ref=chain.goal, reason="Nådd", **chain.by("director"))
    page = reads.aim(ref=chain.goal, viewer=chain.viewer("director"))
    assert (page.stopped_why, page.may_change, page.may_follow, page.may_ask) == ("Nådd", False, False, False)


def test_a_desk_offers_one_s_own_board_s_goals_and_not_another_s(chain: Chain) -> None:
    school = chain.city.authorities["school_board"].node.ref
    other = actions.set_mission(
        ref=school,
        title="Lust att lära",
        text="x",
        whom="Barn",
        serves=[chain.direction],
        **chain.by("registrar"),
    )
    desk = reads.desk(kind="unit_plan", ref=chain.unit, viewer=chain.viewer("manager"))
    offered = {ref for ref, _words in desk.choices}
    assert {chain.goal, chain.mission, chain.direction} <= offered
    assert other not in offered


@pytest.mark.parametrize(
    ("kind", "place"),
    [("board_goal", "unit"), ("unit_plan", "board"), ("wish", "unit"), ("programme", "goal")],
)
def test_a_desk_stands_only_where_such_an_aim_is_set(chain: Chain, kind: str, place: str) -> None:
    with pytest.raises(Missing):
        reads.desk(kind=kind, ref=getattr(chain, place), viewer=chain.viewer("city_director"))


def test_a_desk_for_change_has_what_stands_on_it(chain: Chain) -> None:
    desk = reads.redraft(ref=chain.plan, viewer=chain.viewer("manager"))
    assert (desk.values["title"], desk.values["serves"]) == (PLAN["title"], [chain.goal])
    with pytest.raises(Missing):
        reads.redraft(ref=chain.plan, viewer=chain.viewer("employee"))


def test_an_indicator_is_told_as_a_line_with_its_interval(chain: Chain) -> None:
    by = chain.by("director")
    ref = actions.follow(ref=chain.goal, title="Trygghet", measured_in="%", origin="Enkät", better="up", **by)
    first = chain.now.date() - timedelta(days=365)
    actions.measure(ref=ref, on=first, value=58.0, low=None, high=None, **by)
    actions.measure(ref=ref, on=chain.now.date(), value=61.0, low=59.0, high=63.0, **by)
    page = reads.indicator(ref=ref, viewer=chain.viewer("resident"))
    assert [figure.value for figure in page.figures] == [61.0, 58.0]
    assert page.chart["lines"] == {"%": [58.0, 61.0]}
    assert page.chart["low"] == [None, 59.0]
    assert page.follows is not None
    assert (page.follows.ref, page.may_measure) == (chain.goal, False)


def test_an_indicator_without_figures_has_an_empty_line(chain: Chain) -> None:
    by = chain.by("director")
    ref = actions.follow(ref=chain.goal, title="Trygghet", measured_in="%", origin="", better="up", **by)
    page = reads.indicator(ref=ref, viewer=chain.viewer("director"))
    assert (page.chart["x"], page.may_measure) == ([], True)


def test_a_dialogue_and_a_look_around_are_read_as_they_were_kept(chain: Chain) -> None:
    talk = actions.hold(ref=chain.plan, held_on=chain.now.date(), **MET, **chain.by("manager"))
    page = reads.talk(ref=talk, viewer=chain.viewer("union"))
    assert (page.about.ref, page.learnt, page.why[0].ref) == (chain.plan, "Tid.", chain.star)
    look = actions.look(ref=chain.unit, sort="trend", title="Fler", text="x", **chain.by("manager"))
    assert [spot.ref for spot in reads.outlook(ref=look, viewer=chain.viewer("union")).informs] == [
        chain.unit
    ]


def test_a_question_is_the_same_to_all_parties_and_names_nobody_to_residents(chain: Chain) -> None:
    ref = asked(chain)
    own, other = (
        reads.question(ref=ref, viewer=chain.viewer(role), now=chain.now)
        for role in ("opposition", "elected")
    )
    assert own == other
    assert own.asked_by
    assert reads.question(ref=ref, viewer=chain.viewer("resident"), now=chain.now).asked_by == ""


def test_T11_a_protected_person_is_not_named_by_their_question(chain: Chain) -> None:
    page = reads.question(ref=asked(chain, role="protected"), viewer=chain.viewer("elected"), now=chain.now)
    assert page.asked_by == ""


def test_questions_that_wait_come_first_and_a_passed_day_is_told(chain: Chain) -> None:
    first, second = asked(chain), asked(chain, text="Och när?")
    actions.answer(ref=first, answer="Nu.", **chain.by("director"))
    later = chain.now + timedelta(days=20)
    page = reads.questions(viewer=chain.viewer("elected"), now=later)
    assert [(row.ref, row.overdue) for row in page.rows] == [(second, True), (first, False)]
    assert (page.total, page.waiting) == (2, 1)


def test_questions_are_turned_page_by_page(chain: Chain) -> None:
    for number in range(21):
        asked(chain, text=f"Fråga {number}")
    page = reads.questions(viewer=chain.viewer("elected"), now=chain.now, number=9)
    assert (page.number, page.pages, len(page.rows)) == (2, 2, 1)


def test_a_question_about_a_unit_is_for_the_city(chain: Chain) -> None:
    asked(chain, chain.unit)
    assert reads.questions(viewer=chain.viewer("resident"), now=chain.now).total == 0


@pytest.mark.parametrize(
    ("deed", "what", "role"),
    [
        ("follow", "plan", "manager"),
        ("hold", "unit", "manager"),
        ("hold", "plan", "employee"),
        ("ask", "star", "elected"),
    ],
)
def test_a_form_about_what_it_is_not_for_is_missing(chain: Chain, deed: str, what: str, role: str) -> None:
    with pytest.raises(Missing):
        reads.about(ref=getattr(chain, what), viewer=chain.viewer(role), deed=deed)


def test_a_plan_past_its_day_is_a_promise_that_waits(chain: Chain) -> None:
    day = date(2026, 1, 1)
    ref = actions.set_plan(
        ref=chain.unit, serves=[chain.goal], **(PLAN | {"ends": day}), **chain.by("manager")
    )
    assert Node.objects.get(ref=ref).due == day


def carded(chain: Chain, whose: str = "employee") -> str:
    ref = chain.city.persons[whose].node.ref
    return actions.write_card(ref=ref, serves=[chain.plan], **CARD, **chain.by("manager"))


def test_a_card_tells_its_three_kinds_of_room_line_by_line(chain: Chain) -> None:
    page = reads.card(ref=carded(chain), **chain.by("employee"))
    assert page.alone == ("När jag kommer", "Vad vi gör först")
    assert (page.together, page.asks, page.money) == (("Schemat",), ("Inköp: Kim",), 500)
    assert (page.agreed, page.may_agree, page.review) == (False, True, date(2027, 3, 1))
    assert [spot.ref for spot in page.serves] == [chain.plan]


def test_a_card_shows_what_differs_from_the_one_before(chain: Chain) -> None:
    ref = carded(chain)
    changed = CARD | {"money": 1000}
    actions.change_card(ref=ref, why="Mer rum", serves=[chain.plan], **changed, **chain.by("manager"))
    page = reads.card(ref=ref, **chain.by("manager"))
    differing = [(part.kind, part.text) for part in page.versions[0].passages if part.kind != "same"]
    assert differing == [("gone", "500"), ("new", "1000")]


def test_one_s_own_page_has_one_s_own_card_or_an_invitation(chain: Chain) -> None:
    before = reads.mine(viewer=chain.viewer("employee"), now=chain.now)
    assert (before.card, before.may_write) == (None, True)
    carded(chain)
    after = reads.mine(viewer=chain.viewer("employee"), now=chain.now)
    assert after.card is not None
    assert (after.card.title, after.may_write) == (CARD["title"], False)
    assert not reads.mine(viewer=chain.viewer("colleague"), now=chain.now).may_write


def test_R18_a_manager_sees_those_they_lead_but_no_protected_person(chain: Chain) -> None:
    carded(chain)
    led = reads.mine(viewer=chain.viewer("manager"), now=chain.now).led
    names = {one.name for one in led}
    assert "Kim Employee" in names
    assert "Kim Protected" not in names
    assert [one.name for one in led if one.card] == ["Kim Employee"]


def test_a_desk_for_a_card_offers_what_is_above_its_holder(chain: Chain) -> None:
    ref = chain.city.persons["employee"].node.ref
    desk = reads.card_desk(ref=ref, viewer=chain.viewer("employee"), now=chain.now)
    assert [choice for choice, _words in desk.choices] == [chain.plan, chain.goal, chain.mission]
    card = carded(chain)
    again = reads.card_again(ref=card, viewer=chain.viewer("employee"), now=chain.now)
    assert (again.values["serves"], again.back) == ([chain.plan], card)
    with pytest.raises(Missing):
        reads.card_desk(ref=ref, viewer=chain.viewer("employee"), now=chain.now)


def test_a_desk_for_somebody_else_s_card_is_missing(chain: Chain) -> None:
    with pytest.raises(Missing):
        reads.card_desk(
            ref=chain.city.persons["employee"].node.ref, viewer=chain.viewer("director"), now=chain.now
        )


def test_a_register_is_searched_and_counts_what_waits_to_be_reported(chain: Chain) -> None:
    ref = actions.delegate(ref=chain.board, **ITEM, **chain.by("registrar"))
    actions.delegate(
        ref=chain.board, **(ITEM | {"item": "5.1", "subject": "Färdtjänst"}), **chain.by("registrar")
    )
    actions.decide_by(ref=ref, on=chain.now.date(), text="Ja", **chain.by("manager"))
    page = reads.register(ref=chain.board, viewer=chain.viewer("resident"))
    assert [(row.item, row.waiting) for row in page.rows] == [("4.12", 1), ("5.1", 0)]
    assert (page.company, page.may_delegate) == (False, False)
    found = reads.register(ref=chain.board, viewer=chain.viewer("registrar"), query="färdtj".title())
    assert ([row.item for row in found.rows], found.may_delegate) == (["5.1"], True)
    assert reads.register(ref=chain.board, viewer=chain.viewer("elected"), query="4.1").total == 1


def test_a_unit_has_no_register(chain: Chain) -> None:
    with pytest.raises(Missing):
        reads.register(ref=chain.unit, viewer=chain.viewer("registrar"))


def test_a_right_tells_its_decisions_to_staff_alone(chain: Chain) -> None:
    ref = actions.delegate(ref=chain.board, **ITEM, **chain.by("registrar"))
    actions.decide_by(ref=ref, on=chain.now.date(), text="Ja", **chain.by("manager"))
    later = chain.now + timedelta(days=31)
    page = reads.delegation(ref=ref, viewer=chain.viewer("manager"), now=later)
    assert [(one.text, one.overdue) for one in page.decisions] == [("Ja", True)]
    assert (page.may_decide, page.may_revoke, page.row.waiting) == (True, False, 1)
    assert page.why[0].kind in {"vision", "delegation"}
    outside = reads.delegation(ref=ref, viewer=chain.viewer("resident"), now=later)
    assert (outside.decisions, outside.may_decide) == ((), False)


@pytest.mark.parametrize("many", [1, 12])
def test_G19_one_s_own_page_asks_as_often_for_many_questions_as_for_one(
    chain: Chain, many: int, django_assert_num_queries: Any
) -> None:
    for _ in range(many):
        asked(chain)
        asked(chain, chain.plan)
    viewer = chain.viewer("director")
    with django_assert_num_queries(18):
        page = reads.mine(viewer=viewer, now=chain.now)
    assert len(page.to_answer) == min(10, 2 * many)
