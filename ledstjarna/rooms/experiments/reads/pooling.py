"""What several tests of the same thing show together."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.experiments.insight import Place, Row
from ledstjarna.rooms.experiments.insight import seen as shown_by
from ledstjarna.rooms.experiments.insight import spread as engine
from ledstjarna.rooms.experiments.models import Experiment, Lesson, Observation, Site
from ledstjarna.rooms.experiments.reads.shared import changes_on
from ledstjarna.rooms.experiments.room import Design, Sort, Stage
from ledstjarna.thread import reads


def _percent(share: float) -> int:
    return round(100 * share)


@dataclass(frozen=True, slots=True)
class PoolPart:
    """What several tests show together, in per cent of the usual; `unlike` is what is not chance."""

    tests: int
    measure: str
    change: int
    low: int
    high: int
    unlike: int
    next_low: int | None
    next_high: int | None


def pool_part(one: Lesson, viewer: Viewer, today: date) -> PoolPart | None:
    """The lesson's own test and those of others that counted the same, together, as far as one may see."""
    own = one.experiment
    if own is None:
        return None
    alike = Experiment.objects.filter(sort=own.sort, measure__iexact=own.measure, stage=Stage.CONCLUDED)
    seen = alike.filter(reads.visible(viewer, "node__")).filter(Q(adopts=one) | Q(pk=own.pk))
    found = engine.pooled(_changes(list(seen.order_by("pk")[:POOLED])))
    if found is None:
        return None
    ends = (found.change, found.low, found.high, found.unlike)
    following = [None if end is None else _percent(end) for end in (found.next_low, found.next_high)]
    return PoolPart(found.tests, own.measure, *map(_percent, ends), *following)


def _changes(tests: Sequence[Experiment]) -> list[tuple[float, float, bool]]:
    """What each test has shown, with its error; two questions however many they are."""
    rows: dict[int, list[Row]] = defaultdict(list)
    for one in Observation.objects.filter(experiment__in=tests).order_by("on", "pk"):
        rows[one.experiment_id].append(Row(one.on, one.value, one.many, one.having, one.site_id))
    places: dict[int, list[Place]] = defaultdict(list)
    for site in Site.objects.filter(experiment__in=tests).order_by("pk"):
        places[site.experiment_id].append(Place(site.pk, site.pair, site.having, site.begins))
    return [
        (seen.change, seen.error, test.sort == Sort.COUNT and test.design == Design.WORDINGS)
        for test in tests
        if (seen := shown_by(test, rows[test.pk], places[test.pk], changes_on(test), over=True))
        and seen.change is not None
        and seen.error is not None
    ]


POOLED = 60  # tests of it that are put together
