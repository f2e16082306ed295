"""What the atlas lists in the city that is loaded, and how long its pages take; needs Django ready."""

import time
from collections.abc import Sequence
from datetime import date

from django.conf import settings
from django.test import Client
from django.utils import timezone

from ledstjarna.demo import faults, steering
from ledstjarna.people.models import Account, RoleAssignment
from ledstjarna.people.room import Role
from ledstjarna.people.viewer import Viewer, viewer_of
from ledstjarna.rooms.atlas.reads.cities import city, found
from ledstjarna.thread import memory

Fault = tuple[str, frozenset[str]]


def _director(today: date) -> Viewer:
    row = RoleAssignment.objects.select_related("person__node").filter(role=Role.CITY_DIRECTOR).first()
    assert row is not None
    return viewer_of(row.person, today)


def seen(today: date) -> tuple[set[Fault], int, set[Fault]]:
    """What is listed on a day, how many nodes there are, and what was planted."""
    viewer = _director(today)
    whole = city(viewer)
    titles = whole.fabric.titles
    listed = {
        (
            one.sort,
            frozenset({titles[one.at], titles[one.others[0]]} if one.sort == "against" else {titles[one.at]}),
        )
        for one in found(viewer, today)
    }
    waiting = next(text for _code, _which, text, answer, ago in steering.QUESTIONS if not answer and ago > 14)
    return listed, whole.size, faults.planted(waiting)


def pages(paths: Sequence[str], runs: int) -> dict[str, tuple[list[float], list[float]]]:
    """For each page its times in milliseconds: with nothing remembered, and with the city unchanged."""
    settings.ALLOWED_HOSTS = ["testserver"]
    client = Client(headers={"host": "testserver"})
    client.force_login(Account.objects.get(person_id=_director(timezone.localdate()).person_id))
    for path in paths:
        client.get(f"/{path}")  # what a process learns once
    return {path: _timed(client, path, runs) for path in paths}


def _timed(client: Client, path: str, runs: int) -> tuple[list[float], list[float]]:
    fresh: list[float] = []
    kept: list[float] = []
    for _ in range(runs):
        memory.forget()
        for times in (fresh, kept):
            began = time.perf_counter()
            answer = client.get(f"/{path}")
            times.append((time.perf_counter() - began) * 1000)
            assert answer.status_code == 200, (path, answer.status_code)
    return fresh, kept
