"""What `bench.pages` meets when it walks the city; imported when Django is ready."""

import re
import sys
import time
from collections import Counter
from dataclasses import dataclass

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import Resolver404, resolve

from ledstjarna.people.models import Account

LINK = re.compile(r'(?:href|hx-get)="(/[^"#]*)')
LEFT_OUT = re.compile(
    r"^/(?:static|konto|account|en|api|i18n|logg|personas)|\.(?:pdf|docx|xlsx|csv|zip)$|/paper/"
)
MOST = 600


@dataclass(frozen=True, slots=True)
class Seen:
    """The slowest address of a page: milliseconds first and when asked again, and its questions."""

    path: str
    first: float
    again: float
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
        if one and (name not in slowest or one.again > slowest[name].again):
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
    began = time.perf_counter()
    reply = client.get(path)
    first = time.perf_counter() - began
    if reply.status_code != 200:
        print(f"{reply.status_code} {path}", file=sys.stderr)
    if reply.status_code != 200 or "html" not in reply.headers.get("Content-Type", ""):
        return None, []
    again = []
    with CaptureQueriesContext(connection) as asked:
        for _time in range(2):
            began = time.perf_counter()
            client.get(path)
            again.append(time.perf_counter() - began)
    links = [link.replace("&amp;", "&") for link in LINK.findall(reply.content.decode())]
    return Seen(path, first * 1000, min(again) * 1000, len(asked) // 2), links
