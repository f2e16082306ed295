"""What is reported without a name cannot be led back to anybody (T2)."""

from datetime import date, datetime
from typing import Any

import pytest
from django.apps import apps

from ledstjarna.rooms.obstacles import actions, reads
from ledstjarna.rooms.obstacles.models import Letter, Obstacle
from ledstjarna.rooms.obstacles.scope import seal
from ledstjarna.thread.models import Fact, Node, Strand
from ledstjarna.thread.reads import Missing, Refused
from tests.rooms.obstacles.conftest import TEXT, Desk


def delivered(desk: Desk, days: int = 1) -> str:
    return actions.deliver(now=desk.by("employee", days)["now"])


def everything() -> list[tuple[str, dict[str, Any]]]:
    """Every row of every table of the house."""
    return [
        (model._meta.label, row)
        for model in apps.get_models()
        if model.__module__.startswith("ledstjarna.")
        for row in model._default_manager.values()
    ]


def fresh(before: list[tuple[str, dict[str, Any]]]) -> list[tuple[str, dict[str, Any]]]:
    return [one for one in everything() if one not in before and one[0] != "thread.Tide"]


def test_T2_a_letter_holds_neither_the_writer_nor_a_time_nor_the_secret(desk: Desk) -> None:
    before = everything()
    secret = desk.post()
    rows = fresh(before)
    assert [label for label, _row in rows] == ["obstacles.Letter"]
    values = [value for _label, row in rows for value in row.values()]
    assert not [value for value in values if isinstance(value, datetime) or value == secret]
    assert desk.city.persons["employee"].pk not in values
    assert rows[0][1]["key"] == seal(secret)


def test_T2_nothing_that_comes_of_it_tells_who_or_when(desk: Desk) -> None:
    secret = desk.post()
    before = everything()
    ref = delivered(desk)
    desk.answer(ref, days=2)
    mid = everything()
    actions.write_back(key=secret, helped="no", text="Den går inte", **desk.by("resident", 3))
    delivered(desk, 4)
    person = desk.city.persons["employee"].pk
    own = [row for label, row in fresh(before) if label.startswith(("obstacles.", "thread."))]
    assert not [
        row for row in own if person in (row.get("who_id"), row.get("asked_by_id"), row.get("person_id"))
    ]
    obstacles = [row for label, row in fresh(mid) if label.startswith("obstacles.")]
    assert not [value for row in obstacles for value in row.values() if isinstance(value, datetime)]
    told = Fact.objects.filter(node__ref=ref).exclude(verb__in=("obstacles.removed",))
    assert {one.who_id for one in told} == {None}
    # The facts bear the moments at which the box was emptied, on days after those of the letters.
    assert {one.at for one in told} == {desk.by("resident", day)["now"] for day in (1, 4)}


def test_T2_a_letter_waits_for_another_day(desk: Desk) -> None:
    desk.post()
    assert delivered(desk, 0) == ""
    assert Letter.objects.count() == 1
    ref = delivered(desk, 1)
    assert Letter.objects.count() == 0
    assert (desk.one(ref).reported_on, desk.one(ref).text) == (date(2026, 9, 1), TEXT)


def test_T2_letters_come_out_in_an_order_that_is_drawn(desk: Desk) -> None:
    texts = [f"Hinder nummer {n} i vägen" for n in range(8)]
    orders = set()
    for _round in range(4):
        for text in texts:
            desk.post(text=text)
        while delivered(desk):
            pass
        rows = Obstacle.objects.order_by("-pk")[: len(texts)].values_list("text", flat=True)
        orders.add(tuple(rows))
    assert len(orders) > 1


def test_the_promise_is_the_one_that_was_shown_when_it_was_written(desk: Desk) -> None:
    secret = desk.post()
    shown = reads.receipt(key=secret, **desk.by("resident")).promised
    one = desk.one(delivered(desk, 3))
    assert one.promised == one.node.due == shown


def test_it_hinders_what_was_named_and_a_sealed_one_has_no_reader_at_all(desk: Desk) -> None:
    desk.post(hinders=[desk.goal], alone=True)
    node = Node.objects.get(ref=delivered(desk))
    assert node.audience == "named"
    assert not node.readers.exists()
    assert Strand.objects.filter(source=node, name="hinders").count() == 2


def test_who_wrote_says_that_it_helped_by_the_secret_alone_and_it_closes_the_day_after(desk: Desk) -> None:
    secret = desk.post()
    ref = delivered(desk)
    desk.answer(ref, days=2)
    actions.write_back(key=secret, helped="yes", text="", **desk.by("resident", 3))
    assert desk.one(ref).ending == ""
    assert reads.receipt(key=secret, **desk.by("resident", 3)).boxed == ("yes",)
    delivered(desk, 4)
    assert (desk.one(ref).ending, desk.one(ref).node.ended is not None) == ("helped", True)


def test_a_changed_mind_of_the_same_day_takes_the_place_of_the_first(desk: Desk) -> None:
    secret = desk.post()
    ref = delivered(desk)
    desk.answer(ref, days=2)
    for helped in ("yes", "no"):
        actions.write_back(key=secret, helped=helped, text="", **desk.by("resident", 3))
    delivered(desk, 4)
    assert delivered(desk, 4) == ""
    assert (desk.one(ref).state, desk.one(ref).reopened) == ("waiting", True)


def test_a_line_is_added_without_a_name(desk: Desk) -> None:
    secret = desk.post()
    ref = delivered(desk)
    actions.write_back(key=secret, helped="", text="Också på kvällen.", **desk.by("resident", 2))
    delivered(desk, 3)
    turns = reads.obstacle(ref=ref, **desk.by("manager", 3)).turns
    assert [(turn.sort, turn.text) for turn in turns] == [("said", "Också på kvällen.")]


def test_a_verdict_that_comes_too_late_is_kept_as_a_line(desk: Desk) -> None:
    secret = desk.post()
    ref = delivered(desk)
    desk.answer(ref, days=2)
    actions.write_back(key=secret, helped="no", text="Fel nyckel", **desk.by("resident", 3))
    Obstacle.objects.filter(node__ref=ref).update(state="waiting")
    delivered(desk, 4)
    assert [turn.text for turn in desk.one(ref).turns.filter(sort="said")] == ["Fel nyckel"]


def test_what_is_not_asked_is_refused_and_an_unknown_secret_is_not_there(desk: Desk) -> None:
    secret = desk.post()
    with pytest.raises(Missing):  # it lies in the box still
        actions.write_back(key=secret, helped="yes", text="", **desk.by("resident"))
    ref = delivered(desk)
    with pytest.raises(Refused, match=r"^It has not been answered yet"):
        actions.write_back(key=secret, helped="yes", text="", **desk.by("resident", 1))
    with pytest.raises(Refused, match=r"^Write a line"):
        actions.write_back(key=secret, helped="", text="", **desk.by("resident", 1))
    for key in ("", "guess", ref):
        with pytest.raises(Missing):
            actions.write_back(key=key, helped="", text="x", **desk.by("employee", 1))


def test_nobody_from_outside_posts(desk: Desk) -> None:
    with pytest.raises(Refused, match=r"^Sign in"):
        actions.post(
            text=TEXT, where=desk.ref("home"), receiver="", alone=False, hinders=[], **desk.by("resident")
        )
