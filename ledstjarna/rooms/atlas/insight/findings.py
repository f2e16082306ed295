"""Where the thread has come loose: each place with what it rests on, and how many hang on it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

import numpy as np

from ledstjarna.engines import reach
from ledstjarna.engines.reach.cycles import cycles
from ledstjarna.rooms.atlas import rules
from ledstjarna.rooms.atlas.insight.city import City, Flags, Ints
from ledstjarna.thread.pull import Pull, clash, pulls
from ledstjarna.thread.room import Kind

SHOWN = 5


@dataclass(frozen=True, slots=True)
class Finding:
    """A loose place: what sort, at which row, with which others as evidence, and how many hang on it.

    `says` is what the evidence says in words of its own: the two words that pull, a count, a day.
    """

    sort: str
    at: int
    others: tuple[int, ...]
    reach: int
    says: tuple[str, ...] = ()


def findings_of(city: City, today: date) -> tuple[Finding, ...]:
    """All that has come loose, what most hangs on first.

    Something new is given time to find its place before it is called loose for what it lacks.
    """
    if not city.size:
        return ()
    ages = city.days_since(city.fabric.born, today)
    old = ages >= rules.MATURE
    lately = city.that(lambda kind: kind.deed) & (ages <= rules.YEAR)
    found = [
        *_rings(city),
        *_adrift(city),
        *_against(city),
        *_passed(city, today),
        *_silent(city, old, lately),
        *_unlived(city, old),
        *_unsaid(city, lately),
    ]
    order = {sort: place for place, sort in enumerate(rules.SORTS)}
    return tuple(
        sorted(found, key=lambda one: (-one.reach, order[one.sort], city.fabric.titles[one.at], one.at))
    )


def _rings(city: City) -> Iterator[Finding]:
    for ring in cycles(city.graph):
        first, *rest = ring.ring
        yield Finding("ring", first, tuple(rest), _most(city, ring.nodes))


def _most(city: City, rows: tuple[int, ...]) -> int:
    return int(max(city.below[row] for row in rows))


def _adrift(city: City) -> Iterator[Finding]:
    """What ought to lead to a star and does not: of a chain that hangs in the air, its highest link alone.

    A ring is told of by itself, and what hangs on it with it.
    """
    if not city.stars.size:
        return
    aims = city.that(lambda kind: kind.aims and not kind.star)
    adrift = aims & (city.hops < 0)
    ringed = np.bincount(city.graph.component, minlength=city.size)[city.graph.component] > 1
    under = _under(city, np.flatnonzero(adrift | ringed))
    for row in np.flatnonzero(adrift & ~under & ~ringed).tolist():
        yield Finding("orphan", row, tuple(city.high(row)[:SHOWN].tolist()), int(city.below[row]))


def _under(city: City, rows: Ints | np.ndarray) -> Flags:
    """Which rows hang on one of these, directly or not."""
    under = np.zeros(city.size, dtype=np.bool_)
    if rows.size:
        next_down = np.unique(np.concatenate([city.low(row) for row in rows.tolist()])).astype(np.int32)
        if next_down.size:
            under = np.asarray(reach.hops(city.graph, next_down) >= 0)
    return under


def _against(city: City) -> Iterator[Finding]:
    """Pairs that pull opposite ways: at one measure, or by their words at the same thing."""
    told: set[tuple[int, int]] = set()
    for measure, one, other in _measured(city):
        pair = (min(one, other), max(one, other))
        if pair not in told:
            told.add(pair)
            yield Finding("against", pair[0], (pair[1], measure), _most(city, pair))
    for one, other, words in _worded(city):
        if (one, other) not in told:
            yield Finding("against", one, (other,), _most(city, (one, other)), words)


def _measured(city: City) -> Iterator[tuple[int, int, int]]:
    """A measure, something that wants more of it, and something that wants less."""
    for row, ties in city.beside.items():
        more = [other for tie, other, source in ties if tie.pull == 1 and not source]
        less = [other for tie, other, source in ties if tie.pull == -1 and not source]
        for one in more:
            for other in less:
                if one != other:
                    yield row, one, other


def _worded(city: City) -> Iterator[tuple[int, int, tuple[str, str]]]:
    """Two aims whose titles pull opposite ways at the same thing, and the word of each."""
    aims = city.that(lambda kind: kind.wants)
    said = {row: pulls(city.fabric.titles[row]) for row in np.flatnonzero(aims).tolist()}
    meeting: dict[tuple[int, str], list[int]] = defaultdict(list)
    for row, found in said.items():
        for key in {(pull.pair, stem) for pull in found for stem in pull.at}:
            meeting[key].append(row)
    pairs = {pair for rows in meeting.values() for pair in combinations(sorted(rows), 2)}
    for one, other in sorted(pairs):
        if words := _clash(said[one], said[other]):
            yield one, other, words


def _clash(one: tuple[Pull, ...], other: tuple[Pull, ...]) -> tuple[str, str] | None:
    found = clash(one, other)
    return (found.one, found.other) if found else None


def _passed(city: City, today: date) -> Iterator[Finding]:
    """Days that were promised and have passed: of what is said, a review; of others, a promise."""
    for row, due in enumerate(city.fabric.dues):
        if rules.is_passed(due, today) and city.kinds[row].due:
            sort = "review" if city.kinds[row].word else "promise"
            yield Finding(sort, row, (), int(city.below[row]), (due.isoformat() if due else "",))


def _silent(city: City, old: Flags, lately: Flags) -> Iterator[Finding]:
    """What wants deeds and has none: much said and little done, or a thread that just ends."""
    wants = city.that(lambda kind: kind.wants) & old
    deeds = np.flatnonzero(lately).astype(np.int32)
    alive = np.zeros(city.size, dtype=np.bool_)
    if deeds.size:
        alive = np.asarray(reach.hops(city.graph, deeds, upwards=True) >= 0)
    speaks = city.that(_speaks)
    quiet = np.flatnonzero(wants & ~alive).tolist()
    said = [(row, [one for one in city.low(row).tolist() if speaks[one]]) for row in quiet]
    loud = [(row, low) for row, low in said if len(low) >= rules.SAID]
    for row, low in loud:
        yield Finding("said", row, tuple(low[:SHOWN]), int(city.below[row]), (str(len(low)),))
    covered = _under(city, np.array([row for row, _low in loud], dtype=np.int32))
    for row, low in said:
        if not low and not covered[row]:
            yield Finding("dead_end", row, tuple(city.low(row)[-SHOWN:].tolist()), int(city.below[row]))


def _speaks(kind: Kind) -> bool:
    return kind.word or kind.aims


def _unlived(city: City, old: Flags) -> Iterator[Finding]:
    """What all are to lean on and nothing that is done names."""
    deeds = city.that(lambda kind: kind.deed)
    for row in np.flatnonzero(city.that(lambda kind: kind.leaned) & old).tolist():
        near = [other for _tie, other, _source in city.beside.get(row, [])]
        if not any(deeds[other] for other in (*near, *city.low(row).tolist())):
            yield Finding("unlived", row, tuple(near[:SHOWN]), int(city.below[row]) + len(near))


def _unsaid(city: City, lately: Flags) -> Iterator[Finding]:
    """Where much was done in a year and nothing is told of it, nor of anything that was done for it."""
    words = city.that(lambda kind: kind.word)
    for row in np.flatnonzero(city.that(lambda kind: kind.wants)).tolist():
        low = city.low(row)
        done = low[lately[low]]
        if done.size < rules.DONE:
            continue
        near = [other for _tie, other, _source in city.beside.get(row, [])]
        learnt = [two for one in low.tolist() for two in city.low(one).tolist()]
        if not words[[*low.tolist(), *near, *learnt]].any():
            says = (str(int(done.size)),)
            yield Finding("unsaid", row, tuple(done[:SHOWN].tolist()), int(city.below[row]), says)
