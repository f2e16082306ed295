"""An action has four beats: check, change, record, return."""

import ast

import pytest

from tests.house.source import Function, calls_of, functions, rooms

FOUNDING = [one for one in functions("people", "founding") if one.node.name == "found"]
ACTIONS = FOUNDING + [one for room in rooms() for one in functions(room, "actions")]

NO_RULE = {
    "experiments.keep_feed": "called by the worker, with what a feed that an administrator has named said",
    "vision.count": "called by the clock, not by a person; it shows only what the threshold lets through",
}
NO_FACT = {
    "obstacles.post": "a fact has a moment; a letter without a name has none until the box is emptied (T2)",
    "obstacles.write_back": "the same: what is said without a name is a fact when the box is emptied (T2)",
    "obstacles.echo": "one of many ticks, of which only the number is kept (T2)",
    "experiments.deal": "what somebody is offered is nobody else's business",
    "experiments.decline": "what somebody says no to is nobody else's business",
    "vision.cast": "a vote is not a fact: the thread must not know who has voted when (T2)",
    **dict.fromkeys(
        [
            f"experiments.{name}"
            for name in (
                "propose_call",
                "propose_again",
                "pick_time",
                "answer_call",
                "decline_call",
                "call_off",
            )
        ],
        "who talks with whom about a lesson is for the two alone",
    ),
    "missions.put_off": "that a dialogue waits is for whoever leads there alone; a fact would tell others",
    "experiments.log": "what is observed is many small rows, and says nothing of who saw it (K5)",
    "experiments.undo": "taking back a count is as small as counting",
    "experiments.note": "a note says nothing of who wrote it (K5)",
    "experiments.bring": "nothing has happened until the file is confirmed",
    "vision.count": "counting changes no word and no right, and its moments would betray votes (T2)",
}

BY_THE_CLOCK = {
    "obstacles.deliver": "one letter at a time, drawn at random",
    "obstacles.remind": "one answer at a time",
    "obstacles.close_silent": "one obstacle at a time",
    "experiments.keep_feed": "the worker hands over what it has read",
    "vision.count": "one transaction for each round, so that a long count does not hold the others up",
}


def named(action: Function) -> str:
    return action.name


def _is_record(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and bool(calls_of(statement, "thread", "record"))


def test_there_are_actions_to_read() -> None:
    assert "vision.open_round" in {action.name for action in ACTIONS}


@pytest.mark.parametrize("action", ACTIONS, ids=named)
def test_an_action_is_told_everything_by_name(action: Function) -> None:
    given = action.node.args
    assert [each.arg for each in (*given.posonlyargs, *given.args)] == []
    assert given.vararg is None
    assert given.kwarg is None


@pytest.mark.parametrize("action", ACTIONS, ids=named)
def test_an_action_is_done_wholly_or_not_at_all(action: Function) -> None:
    steps = action.reached() if action.name in BY_THE_CLOCK else [action.node]
    assert "transaction.atomic" in {ast.unparse(each) for step in steps for each in step.decorator_list}


@pytest.mark.parametrize("action", ACTIONS, ids=named)
def test_an_action_asks_a_rule(action: Function) -> None:
    asked = [call for each in action.reached() for call in calls_of(each, "rules") if _may(call)]
    assert bool(asked) != (action.name in NO_RULE), NO_RULE.get(action.name, "no rule is asked")


def _may(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and call.func.attr.startswith(("may_", "is_"))


@pytest.mark.parametrize("action", ACTIONS, ids=named)
def test_an_action_records_once_as_the_last_beat_before_it_returns(action: Function) -> None:
    recorded = [call for each in action.reached() for call in calls_of(each, "thread", "record")]
    if action.name in NO_FACT:
        assert recorded == [], NO_FACT[action.name]
        return
    assert len(recorded) == 1
    last = action.node.body[-1]
    before = action.node.body[-2] if isinstance(last, ast.Return) and len(action.node.body) > 1 else last
    assert _is_record(before), ast.unparse(before)


@pytest.mark.parametrize("action", ACTIONS, ids=named)
def test_an_action_knows_its_viewer_and_its_moment(action: Function) -> None:
    known = {each.arg for each in action.node.args.kwonlyargs} & {"viewer", "now"}
    assert known == ({"now"} if action.name in BY_THE_CLOCK else {"viewer", "now"})


def test_no_exemption_outlives_its_action() -> None:
    names = {action.name for action in ACTIONS}
    assert (NO_RULE.keys() | NO_FACT.keys() | BY_THE_CLOCK.keys()) - names == set()
