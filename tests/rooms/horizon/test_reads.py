"""What the horizon room answers."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ledstjarna.people.models import Person
from ledstjarna.rooms.experiments import actions as experiments
from ledstjarna.rooms.horizon import reads
from ledstjarna.rooms.horizon.models import Signal
from ledstjarna.rooms.horizon.reads.speed import first_tests
from ledstjarna.rooms.horizon.room import BEGUN
from ledstjarna.thread import memory, room
from ledstjarna.thread.models import Node
from ledstjarna.thread.reads import Missing
from tests.rooms.horizon.conftest import Lookout


def home(lookout: Lookout, days: int = 0, **more: Any) -> reads.Home:
    return reads.home(**lookout.by("hr", days), **more)


def test_signals_are_found_by_words_by_sort_and_by_course(lookout: Lookout) -> None:
    first = lookout.notice()
    second = lookout.notice(1, title="Hyresvärdar delar cyklar", sort="weak", text="x", seen_in="Malmö")
    lookout.read(first)
    assert [row.ref for row in home(lookout).rows] == [second, first]
    ways: tuple[tuple[str, dict[str, Any]], ...] = (
        (first, {"query": "paket skåp"}), (second, {"query": "malmö"}), (second, {"sort": "weak"}),
        (first, {"course": "act"}), (second, {"course": "new"}),
    )  # fmt: skip
    for found, asked in ways:
        assert [row.ref for row in home(lookout, **asked).rows] == [found]
    assert (home(lookout).unread, home(lookout, sort="nonsense").total) == (1, 2)
    with pytest.raises(Missing):
        reads.home(**lookout.by("resident"))


def test_a_list_is_paged_and_asks_as_little_for_more(lookout: Lookout) -> None:
    counts = []
    for _round in range(2):
        lookout.parry(lookout.notice())
        lookout.notice()
        memory.forget()
        with CaptureQueriesContext(connection) as made:
            home(lookout, 9)
        counts.append(len(made))
    assert counts[0] == counts[1] <= 14
    for _n in range(18):
        lookout.notice()
    assert [len(home(lookout, number=number).rows) for number in (1, 2)] == [20, 2]


def test_the_page_tells_where_it_was_seen_how_it_was_read_and_what_was_tried(lookout: Lookout) -> None:
    ref = lookout.notice()
    lookout.read(ref)
    parry = lookout.parry(ref)
    page = reads.signal(ref=ref, **lookout.by("colleague", 6))
    assert [one.ref for one in page.why[:2]] == [lookout.star, lookout.area]
    assert (page.link, page.noticed_by) == ("https://tidning.example/skap", "Kim Employee")
    assert [one.met for one in page.readings] == ["Framtidsgruppen, nio personer"]
    assert [one.spot.ref for one in page.parries] == [parry]
    assert (page.days, page.parried, page.may_read) == (5, True, True)
    assert not reads.signal(ref=ref, **lookout.by("employee", 6)).may_read


def test_R18_a_protected_person_is_not_named(lookout: Lookout) -> None:
    ref = lookout.notice()
    Person.objects.filter(number="employee").update(protected=True)
    assert reads.signal(ref=ref, **lookout.by("hr")).noticed_by == ""


def test_a_link_that_should_never_have_come_in_is_not_shown(lookout: Lookout) -> None:
    ref = lookout.notice()
    from_before = Node.objects.get(ref=ref).pk

    Signal.objects.filter(pk=from_before).update(link="javascript:alert(1)")
    assert reads.signal(ref=ref, **lookout.by("hr")).link == ""


def test_a_reading_and_a_parry_have_pages_of_their_own(lookout: Lookout) -> None:
    ref = lookout.notice()
    reading = reads.reading(ref=lookout.read(ref), viewer=lookout.city.viewer("employee"))
    assert (reading.signal.ref, reading.line.thinks) == (ref, "Den som arbetar skift får en väg in.")
    parry = reads.parry(ref=lookout.parry(ref), viewer=lookout.city.viewer("employee"))
    assert [one.ref for one in parry.why[:2]] == [lookout.star, lookout.area]
    assert (parry.signal.ref, parry.unit.title) == (ref, "Hemtjänsten")


def test_the_speed_counts_what_has_had_no_test_and_what_was_parked(lookout: Lookout) -> None:
    fast, parked, waiting = (lookout.notice() for _n in range(3))
    lookout.parry(fast)
    lookout.read(parked, 8, course="parked")
    page = reads.speed(**lookout.by("hr", 50))
    rows = {row.ref: (row.days, row.parried, row.parked) for row in page.rows}
    assert rows == {fast: (5, True, False), parked: (8, False, True), waiting: (50, False, False)}
    assert (page.speed.count, page.speed.parried) == (3, 1)
    assert page.chart["x"][-1] == 50
    assert home(lookout, 50).speed == page.speed
    with pytest.raises(Missing):
        reads.speed(**lookout.by("resident"))


def tried(lookout: Lookout, signal: str, days: int) -> str:
    """An employee sketches a small test against a signal, so many days from now."""
    return experiments.sketch(
        title="Tjugo böcker i ett skåp", need="Biblioteket är stängt", whom="Den som arbetar skift",
        change="Ett skåp vid entrén", measure="Lån", sort="count", parries=signal,
        **lookout.by("employee", days),
    )  # fmt: skip


def test_the_first_of_several_tests_counts_from_its_start_and_a_sketch_is_none(lookout: Lookout) -> None:
    ref = lookout.notice()
    signal = Node.objects.get(ref=ref)
    test = tried(lookout, ref, 2)
    assert first_tests([signal.pk]) == {}
    page = reads.signal(ref=ref, **lookout.by("employee", 4))
    assert [(one.spot.ref, one.begun_on) for one in page.parries] == [(test, None)]
    assert not page.parried
    assert reads.signal(ref=ref, **lookout.by("hr", 4)).parries == ()  # a sketch is its own people's
    experiments.start(ref=test, **lookout.by("employee", 6))
    parry = lookout.parry(ref, 20)
    assert first_tests([signal.pk]) == {signal.pk: lookout.by("hr", 6)["now"].date()}
    page = reads.signal(ref=ref, **lookout.by("hr", 30))
    assert [one.spot.ref for one in page.parries] == [test, parry]
    assert (page.days, page.parried) == (6, True)


def test_a_parry_is_dated_by_a_fact_that_its_room_tells_of() -> None:
    told = {verb for one in room.rooms() for verb in one.verbs}
    assert set(BEGUN.values()) <= told
    assert {tie.source for tie in room.ties() if tie.name == "parries"} == set(BEGUN)


def test_who_may_try_something_is_led_from_the_signal_to_a_test(lookout: Lookout) -> None:
    ref = lookout.notice()
    starts = {who: reads.signal(ref=ref, **lookout.by(who)).starts for who in ("employee", "elected")}
    assert starts == {"employee": (("Try something small against it", "experiments:new"),), "elected": ()}


def test_what_is_like_it_is_met_while_one_types(lookout: Lookout) -> None:
    ref = lookout.notice()
    viewer = lookout.city.viewer("hr")
    desk = reads.notice_desk(viewer=viewer, text="Paketen hämtas ur skåp på natten", to=lookout.area)
    assert [one.spot.ref for one in desk.alike] == [ref]
    assert (desk.ticked, desk.concerns[0][0]) == ((lookout.area,), lookout.area)
    assert reads.notice_desk(viewer=viewer, text="Paket").alike == ()


def test_a_desk_that_is_not_yours_is_not_there(lookout: Lookout) -> None:
    ref = lookout.notice()
    for ask in (
        lambda: reads.notice_desk(viewer=lookout.city.viewer("resident")),
        lambda: reads.signal_desk(ref=ref, deed="read", **lookout.by("employee")),
        lambda: reads.signal_desk(ref=ref, deed="parry", **lookout.by("resident")),
        lambda: reads.group_desk(viewer=lookout.city.viewer("director")),
    ):
        with pytest.raises(Missing):
            ask()


def test_the_desk_offers_what_it_is_not_tied_to_already_and_one_s_own_unit_first(lookout: Lookout) -> None:
    ref = lookout.notice()
    assert reads.signal_desk(ref=ref, deed="read", **lookout.by("colleague")).concerns == ()
    desk = reads.signal_desk(ref=ref, deed="parry", **lookout.by("employee"))
    assert desk.unit == lookout.city.units["home"].node.ref
    assert len(desk.units) == 5
    assert reads.group_desk(viewer=lookout.city.viewer("city_director")).unit
