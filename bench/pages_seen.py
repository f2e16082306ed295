"""What `bench.pages` meets when it walks the city; imported when Django is ready."""

import re
import sys
import time
from collections import Counter
from dataclasses import dataclass
from itertools import count
from unittest.mock import patch

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import Resolver404, resolve

from ledstjarna.people.models import Account
from ledstjarna.thread import memory

LINK = re.compile(r'(?:href|hx-get)="(/[^"#]*)')
LEFT_OUT = re.compile(
    r"^/(?:static|konto|account|en|api|i18n|logg|personas)|\.(?:pdf|docx|xlsx|csv|zip)$|/paper/"
)
MOST = 600
TIDES = count(10**9)  # numbers of facts that no city has reached


@dataclass(frozen=True, slots=True)
class Seen:
    """The slowest address of a page: milliseconds after a change and unchanged, and its questions."""

    path: str
    fresh: float
    kept: float
    queries: int


def seen(each: int) -> dict[str, Seen]:
    """Every page that somebody of each role can walk to, by the name of its route."""
    settings.ALLOWED_HOSTS = ["*"]
    slowest: dict[str, Seen] = {}
    for account in _somebody():
        client = Client()
        client.force_login(account, backend=settings.AUTHENTICATION_BACKENDS[0])
        _walked(client, each, slowest)
    _walked(Client(), each, slowest)
    return slowest


def _somebody() -> list[Account]:
    """One account for each set of roles that somebody holds."""
    held: dict[frozenset[str], Account] = {}
    for account in Account.objects.select_related("person").order_by("pk"):
        if account.person:
            held.setdefault(frozenset(account.person.roles.values_list("role", flat=True)), account)
    return list(held.values())


def _walked(client: Client, each: int, slowest: dict[str, Seen]) -> None:
    queue, met, many = ["/"], {"/"}, Counter[str]()
    while queue and len(met) < MOST * 10:
        path = queue.pop(0)
        name = _name(path)
        many[name] += 1
        if not name or many[name] > each or LEFT_OUT.search(path):
            continue
        one, links = _asked(client, path)
        if one and (name not in slowest or one.fresh > slowest[name].fresh):
            slowest[name] = one
        fresh = [link for link in dict.fromkeys(links) if link not in met]
        met.update(fresh)
        queue += fresh


def _name(path: str) -> str:
    try:
        return resolve(path.partition("?")[0]).view_name
    except Resolver404:
        return ""


def _asked(client: Client, path: str) -> tuple[Seen | None, list[str]]:
    reply = client.get(path)
    if reply.status_code != 200:
        print(f"{reply.status_code} {path}", file=sys.stderr)
    if reply.status_code != 200 or "html" not in reply.headers.get("Content-Type", ""):
        return None, []
    fresh, _many = _timed(client, path, changed=True)
    kept, many = _timed(client, path, changed=False)
    links = [link.replace("&amp;", "&") for link in LINK.findall(reply.content.decode())]
    return Seen(path, fresh, kept, many), links


def _timed(client: Client, path: str, *, changed: bool) -> tuple[float, int]:
    """The better of two times in milliseconds, and the questions of the last."""
    times = []
    for _time in range(2):
        tide = next(TIDES) if changed else memory.tide()
        with CaptureQueriesContext(connection) as asked, patch.object(memory, "tide", lambda at=tide: at):
            began = time.perf_counter()
            client.get(path)
            times.append(time.perf_counter() - began)
    return min(times) * 1000, len(asked)
