"""Facts are chained, so that tampering shows: what the pure chain promises."""

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from ledstjarna.thread.chain import GENESIS, Link, Verdict, seal, verify

DAY = datetime(2026, 9, 1, 8, 0, tzinfo=UTC)
Chain = list[tuple[Link, str]]


def linked(count: int) -> Chain:
    found: Chain = []
    previous = GENESIS
    for number in range(1, count + 1):
        link = Link(number, DAY + timedelta(hours=number), number % 3 or None, "vision.said", number, None)
        previous = seal(previous, link)
        found.append((link, previous))
    return found


def head(chain: Chain) -> tuple[int, str]:
    return (chain[-1][0].number, chain[-1][1]) if chain else (0, GENESIS)


def test_an_empty_chain_holds() -> None:
    assert verify([], (0, GENESIS)) == Verdict(0, None, "")


@given(st.integers(1, 40))
def test_an_untouched_chain_holds(count: int) -> None:
    chain = linked(count)
    assert verify(chain, head(chain)) == Verdict(count, None, "")


@given(st.integers(1, 30), st.data())
def test_T17_a_changed_fact_is_found_where_it_stands(count: int, data: st.DataObject) -> None:
    chain = linked(count)
    place = data.draw(st.integers(0, count - 1))
    link, stored = chain[place]
    other = Link(link.number, link.at, link.who, "vision.decided", link.node, link.other)
    assert verify([*chain[:place], (other, stored), *chain[place + 1 :]], head(chain)).broken_at == place + 1


@given(st.integers(2, 30), st.data())
def test_T17_a_deleted_fact_is_found_where_it_stood(count: int, data: st.DataObject) -> None:
    chain = linked(count)
    place = data.draw(st.integers(0, count - 1))
    assert verify(chain[:place] + chain[place + 1 :], head(chain)).broken_at == place + 1


@given(st.integers(2, 30), st.data())
def test_T17_two_swapped_facts_are_found_at_the_first(count: int, data: st.DataObject) -> None:
    chain = linked(count)
    place = data.draw(st.integers(0, count - 2))
    (one, first), (two, second) = chain[place], chain[place + 1]
    swapped = [
        (Link(one.number, two.at, two.who, two.verb, two.node, two.other), first),
        (Link(two.number, one.at, one.who, one.verb, one.node, one.other), second),
    ]
    assert verify([*chain[:place], *swapped, *chain[place + 2 :]], head(chain)).broken_at == place + 1


@given(st.integers(1, 30), st.data())
def test_T17_a_cut_tail_is_found_after_the_last_fact(count: int, data: st.DataObject) -> None:
    chain = linked(count)
    kept = data.draw(st.integers(0, count - 1))
    assert verify(chain[:kept], head(chain)).broken_at == kept + 1


def test_T17_a_cut_tail_with_its_head_cut_too_is_found_by_the_anchor_alone() -> None:
    chain = linked(9)
    cut = chain[:6]
    assert verify(cut, head(cut)).broken_at is None
    assert verify(cut, head(cut), anchor=head(chain)) == Verdict(
        6, 7, "facts that the anchor knows of are gone"
    )


def test_T17_a_chain_rebuilt_from_a_changed_fact_is_found_by_the_anchor_alone() -> None:
    chain = linked(9)
    rebuilt, previous = chain[:4], chain[3][1]
    for link, _ in chain[4:]:
        other = Link(link.number, link.at, 99, link.verb, link.node, link.other)
        previous = seal(previous, other)
        rebuilt.append((other, previous))
    assert verify(rebuilt, head(rebuilt)).broken_at is None
    assert verify(rebuilt, head(rebuilt), anchor=head(chain)).broken_at == 9


def test_an_anchor_that_agrees_changes_nothing() -> None:
    chain = linked(9)
    assert verify(chain, head(chain), anchor=(5, chain[4][1])) == Verdict(9, None, "")


def test_a_moment_is_the_same_in_every_time_zone() -> None:
    there = DAY.astimezone(timezone(timedelta(hours=2)))
    one, two = (Link(1, at, None, "x", 1, None) for at in (DAY, there))
    assert seal(GENESIS, one) == seal(GENESIS, two)


@given(st.integers(1, 999), st.integers(1, 999))
def test_who_and_node_are_not_taken_for_each_other(who: int, node: int) -> None:
    one, two = Link(1, DAY, who, "x", node, None), Link(1, DAY, None, "x", who, node)
    assert seal(GENESIS, one) != seal(GENESIS, two)
