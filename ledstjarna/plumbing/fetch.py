"""A page fetched from outside without being led inside (T15).

The host must be on a list, by https; its name is resolved once, every address that comes of it must be open
to the whole world, and that very address is connected to. No redirect is followed; there are five seconds,
from the name to the last byte, and a megabyte for all of it.
"""

import http.client
import ipaddress
import socket
import ssl
from collections.abc import Callable, Collection
from concurrent.futures import Future
from contextlib import closing, suppress
from dataclasses import dataclass
from threading import Event, Thread
from typing import Any
from urllib.parse import quote, urlsplit

SECONDS, BYTES = 5.0, 1_000_000
NAME = "Ledstjarna"
# Addresses that carry another inside them, or lead somewhere else than they say.
VEILED = tuple(
    map(ipaddress.ip_network, ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "::/96"))
)

Resolve = Callable[[str, int], list[str]]
Dial = Callable[[str, int, str], socket.socket]


class Unfetched(Exception):
    """Why nothing came, in one word: address, busy, host, https, moved, name, size, status, time."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an address on the web leads."""

    host: str
    port: int
    path: str


def fetch(
    url: str, *, hosts: Collection[str], resolve: Resolve | None = None, dial: Dial | None = None
) -> bytes:
    """What is there, from one of these hosts alone.

    Raises:
        Unfetched: it was refused, or did not come.
    """
    place = placed(url, hosts)
    line: Future[bytes] = Future()
    errand = _Errand(place, resolve or _resolve, dial or _dial, line)
    errand.start()
    try:
        return line.result(SECONDS)
    except TimeoutError as late:
        errand.hang_up()
        raise Unfetched("time") from late
    except (OSError, http.client.HTTPException) as broken:
        raise Unfetched("busy") from broken


class _Errand(Thread):
    """A name resolved, a line to it, and what was said there, beside whoever waits for it.

    Nothing can interrupt a name that is being resolved, so when time is out nobody waits for it any longer:
    whatever comes of it then leads nowhere.
    """

    def __init__(self, place: Place, resolve: Resolve, dial: Dial, said: Future[bytes]) -> None:
        super().__init__(name="fetch", daemon=True)
        self._place, self._resolve, self._dial, self._said = place, resolve, dial, said
        self._late = Event()
        self._line: socket.socket | None = None

    def run(self) -> None:
        """Do the errand, and leave what came of it."""
        try:
            self._said.set_result(self._done())
        except Exception as broken:
            self._said.set_exception(broken)

    def _done(self) -> bytes:
        address = _resolved(self._place, self._resolve)
        self._check()
        with closing(self._dial(address, self._place.port, self._place.host)) as line:
            self._line = line
            self._check()
            return _answer(line, self._place)

    def _check(self) -> None:
        if self._late.is_set():
            raise TimeoutError

    def hang_up(self) -> None:
        """Let it be: time is out."""
        self._late.set()
        if self._line is not None:
            with suppress(OSError):
                self._line.shutdown(socket.SHUT_RDWR)


def placed(url: str, hosts: Collection[str]) -> Place:
    """The parts of an address by https to one of these hosts.

    Raises:
        Unfetched: it is no such address.
    """
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").rstrip("."), parts.port or 443
    except ValueError as wrong:
        raise Unfetched("name") from wrong
    if parts.scheme != "https" or parts.username is not None or parts.password is not None:
        raise Unfetched("https")
    if not host or host not in hosts:
        raise Unfetched("host")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    return Place(
        host, port, f"{path}?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?')}" if parts.query else path
    )


def is_open(address: str) -> bool:
    """Whether an address belongs to the whole world: not to this machine, its neighbours, or nobody."""
    try:
        one = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(one, ipaddress.IPv6Address) and _is_veiled(one):
        return False
    return one.is_global and not (one.is_multicast or one.is_reserved or one.is_unspecified)


def _is_veiled(one: ipaddress.IPv6Address) -> bool:
    return bool(one.ipv4_mapped) or one.is_site_local or any(one in net for net in VEILED)


def _resolved(place: Place, resolve: Resolve) -> str:
    try:
        found = resolve(place.host, place.port)
    except (OSError, UnicodeError) as unknown:
        raise Unfetched("name") from unknown
    if not found or not all(map(is_open, found)):
        raise Unfetched("address")
    return found[0]


def _resolve(host: str, port: int) -> list[str]:
    return [str(row[4][0]) for row in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def _dial(address: str, port: int, host: str) -> socket.socket:
    plain = socket.create_connection((address, port), timeout=SECONDS)
    try:
        return ssl.create_default_context().wrap_socket(plain, server_hostname=host)
    except BaseException:
        plain.close()
        raise


def _answer(line: socket.socket, place: Place) -> bytes:
    asked: Any = http.client.HTTPConnection(place.host, place.port)
    asked.sock = line
    accept = "application/feed+json, application/atom+xml, application/json, application/xml"
    more = {"Accept": accept, "Accept-Encoding": "identity", "User-Agent": NAME, "Connection": "close"}
    asked.request("GET", place.path, headers=more)
    with closing(asked), closing(asked.getresponse()) as answer:
        return _body(answer)


def _body(answer: http.client.HTTPResponse) -> bytes:
    if 300 <= answer.status < 400:
        raise Unfetched("moved")
    if answer.status != http.client.OK:
        raise Unfetched("status")
    body = answer.read(BYTES + 1)
    if len(body) > BYTES:
        raise Unfetched("size")
    if answer.length:
        raise http.client.IncompleteRead(body, answer.length)
    return body
