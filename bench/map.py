"""The opinion map of 10,000 people and 300 statements: `python -m bench.map`.

Votes are laid in ballots as voting lays them, counted, and the page is asked for as a reader does: once after
the last vote, and again when nothing has changed.
"""

import os
import tempfile
import time
from collections.abc import Callable
from typing import Any

import numpy as np

from bench.worlds import world

PEOPLE, STATEMENTS, SEEN = 10_000, 300, 0.15


def laid(matrix: np.ndarray[Any, Any], rng: np.random.Generator) -> str:
    """A round with a ballot for everybody, nine departments and eight roles; returns its ref."""
    from django.db import transaction  # noqa: PLC0415  Django must be ready first
    from django.utils import timezone  # noqa: PLC0415

    from ledstjarna.people.viewer import steward  # noqa: PLC0415
    from ledstjarna.rooms.vision import actions  # noqa: PLC0415
    from ledstjarna.rooms.vision.models import Ballot, Round  # noqa: PLC0415

    now = timezone.now()
    ref = actions.open_round(
        name="Bench",
        horizon=2040,
        question="What?",
        seeds="\n".join(f"Statement number {n}" for n in range(STATEMENTS)),
        until=None,
        open_to_public=True,
        viewer=steward("", now.date()),
        now=now,
    )
    round_ = Round.objects.get(node__ref=ref)
    round_.phase = "vote"
    round_.labels = {
        "department": [f"D{n}" for n in range(9)],
        "role": [f"R{n}" for n in range(8)],
        "party": [],
    }
    traits = rng.integers(0, (9, 8), (PEOPLE, 2)).tolist()
    with transaction.atomic():
        round_.save()
        Ballot.objects.bulk_create(
            [
                Ballot(
                    round=round_,
                    key=f"{n:064}",
                    origin="staff",
                    department=department,
                    role=role,
                    values=row.astype(np.uint8).tobytes(),
                    days=bytes(2 * STATEMENTS),
                    fresh=True,
                )
                for n, (row, (department, role)) in enumerate(zip(matrix, traits, strict=True))
            ],
            batch_size=500,
        )
    return ref


def timed(words: str, call: Callable[[], object]) -> None:
    """Call and print how long it took."""
    began = time.perf_counter()
    call()
    print(f"{words:<44} {1000 * (time.perf_counter() - began):7.0f} ms")


def main() -> None:
    """Measure counting, the first map and the next ones."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["LEDSTJARNA_HOME"], os.environ["LEDSTJARNA_DEMO"] = folder, "1"
        os.environ["DJANGO_SETTINGS_MODULE"] = "ledstjarna.site.settings"
        import django  # noqa: PLC0415  the settings are named just above

        django.setup()
        from django.conf import settings  # noqa: PLC0415
        from django.core.management import call_command  # noqa: PLC0415
        from django.test import Client  # noqa: PLC0415
        from django.utils import timezone  # noqa: PLC0415

        from ledstjarna.rooms.vision import actions  # noqa: PLC0415

        settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
        call_command("migrate", verbosity=0)
        call_command("createcachetable", "house_cache", verbosity=0)
        found = world(PEOPLE, STATEMENTS, SEEN, seed=1)
        ref = laid(found.matrix, np.random.default_rng(2))
        print(f"{PEOPLE} people, {STATEMENTS} statements, {int((found.matrix != -128).sum())} votes")
        client = Client(SERVER_NAME="localhost")
        timed("count all votes into the figures", lambda: actions.count(now=timezone.now()))
        timed("the map after the last vote", lambda: client.get(f"/rounds/{ref}/map/"))
        timed("the map when nothing has changed", lambda: client.get(f"/rounds/{ref}/map/"))
        timed("what unites, when nothing has changed", lambda: client.get(f"/rounds/{ref}/unites/"))
        timed("the ballot", lambda: client.get(f"/rounds/{ref}/vote/"))


if __name__ == "__main__":
    main()
