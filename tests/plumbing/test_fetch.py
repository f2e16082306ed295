"""T15: whatever an address says, nothing inside is ever connected to."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from urllib.parse import urlsplit

import pytest

from ledstjarna.plumbing import fetch as fetching
from ledstjarna.plumbing.fetch import BYTES, Unfetched, fetch, is_open, placed

WORLD = "93.184.215.14"
INSIDE = [
    "127.0.0.1", "127.1", "127.0.1", "2130706433", "0x7f000001", "0x7f.0.0.1", "0177.0.0.1", "017700000001",
    "0", "0.0.0.0", "127.255.255.254", "localhost", "LOCALHOST", "localhost.", "[::1]", "[::]",
    "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[0:0:0:0:0:ffff:127.0.0.1]", "[::127.0.0.1]",
    "[64:ff9b::7f00:1]", "[64:ff9b:1::7f00:1]", "[2002:7f00:1::]", "[2001:0:7f00:1::]", "10.0.0.1",
    "10.255.255.255", "172.16.0.1", "172.31.255.255", "192.168.0.1", "169.254.169.254", "169.254.0.1",
    "100.64.0.1", "192.0.0.1", "198.18.0.1", "224.0.0.1", "255.255.255.255", "240.0.0.1", "[fe80::1]",
    "[fc00::1]", "[fd12:3456::1]", "[ff02::1]", "[fec0::1]",
]  # fmt: skip
VEILED = {
    "a name for this machine": ["127.0.0.1"],
    "a name for a neighbour": ["192.168.1.4"],
    "a name for both the world and this machine": [WORLD, "127.0.0.1"],
    "a name for a mapped address": ["::ffff:127.0.0.1"],
    "a name for a linked address": ["fe80::1%eth0"],
    "a name for nothing": [],
    "a name for what is no address": ["inside"],
}


class Trap:
    """Listens on this machine, and counts who comes."""

    def __init__(self) -> None:
        self.met = 0
        self._doors = [socket.create_server(("127.0.0.1", 0))]
        self.port = self._doors[0].getsockname()[1]
        with suppress(OSError):
            self._doors.append(socket.create_server(("::1", self.port), family=socket.AF_INET6))
        for door in self._doors:
            threading.Thread(target=self._wait, args=(door,), daemon=True).start()

    def _wait(self, door: socket.socket) -> None:
        with suppress(OSError):
            while True:
                line, _who = door.accept()
                self.met += 1
                line.close()

    def close(self) -> None:
        for door in self._doors:
            door.close()


@pytest.fixture
def trap() -> Iterator[Trap]:
    with closing(Trap()) as made:
        yield made


def host_of(url: str) -> str:
    return (urlsplit(url).hostname or "").rstrip(".")


def test_the_trap_catches_who_comes(trap: Trap) -> None:
    with socket.create_connection(("127.0.0.1", trap.port)) as line:
        assert line.recv(1) == b""
    assert trap.met == 1


def test_there_are_forty_addresses_in_the_table() -> None:
    assert len(INSIDE) >= 40


@pytest.mark.parametrize("host", INSIDE)
def test_T15_an_address_inside_is_not_connected_to_even_where_its_host_is_listed(
    host: str, trap: Trap
) -> None:
    url = f"https://{host}:{trap.port}/feed"
    with pytest.raises(Unfetched) as told:
        fetch(url, hosts={host_of(url)})
    assert (str(told.value) in {"address", "name"}, trap.met) == (True, 0)


@pytest.mark.parametrize("addresses", VEILED.values(), ids=VEILED)
def test_T15_a_name_that_leads_inside_is_not_connected_to(addresses: list[str], trap: Trap) -> None:
    with pytest.raises(Unfetched, match="address"):
        fetch(f"https://lund.test:{trap.port}/", hosts={"lund.test"}, resolve=lambda *_: addresses)
    assert trap.met == 0


def test_T15_a_name_is_resolved_once_and_that_address_is_connected_to(trap: Trap) -> None:
    answers = iter([[WORLD], ["127.0.0.1"]])
    met: list[str] = []

    def dial(address: str, port: int, host: str) -> socket.socket:
        met.append(address)
        raise ConnectionRefusedError

    with pytest.raises(Unfetched, match="busy"):
        fetch(
            f"https://lund.test:{trap.port}/",
            hosts={"lund.test"},
            resolve=lambda *_: next(answers),
            dial=dial,
        )
    assert (met, trap.met) == ([WORLD], 0)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://lund.test/", "https"),
        ("ftp://lund.test/", "https"),
        ("file:///etc/passwd", "https"),
        ("//lund.test/", "https"),
        ("", "https"),
        ("https://someone@lund.test/", "https"),
        ("https://lund.test@127.0.0.1/", "https"),
        ("https://:x@lund.test/", "https"),
        ("https://evil.test/", "host"),
        ("https://lund.test.evil.test/", "host"),
        ("https:///feed", "host"),
        ("https://lund.test:99999/", "name"),
        ("https://[lund/", "name"),
    ],
)
def test_T15_only_listed_hosts_by_https_are_asked(url: str, why: str) -> None:
    with pytest.raises(Unfetched, match=why):
        placed(url, {"lund.test"})


def test_a_path_carries_no_line_of_its_own() -> None:
    place = placed("https://LUND.test/a b\r\nX: y/å?q=ä ö&z=1", {"lund.test"})
    assert (place.host, place.port) == ("lund.test", 443)
    assert place.path == "/a%20bX:%20y/%C3%A5?q=%C3%A4%20%C3%B6&z=1"


@pytest.mark.parametrize("address", [WORLD, "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "8.8.8.8"])
def test_an_address_of_the_world_is_open(address: str) -> None:
    assert is_open(address)


Served = Callable[..., Callable[[str, int, str], socket.socket]]


@pytest.fixture
def served() -> Served:
    """Dials a line on whose other end these bytes are said to whoever asks."""

    def make(said: bytes, *, waits: bool = False) -> Callable[[str, int, str], socket.socket]:
        def dial(address: str, port: int, host: str) -> socket.socket:
            assert (address, host) == (WORLD, "lund.test")
            ours, theirs = socket.socketpair()
            threading.Thread(target=_say, args=(theirs, said, waits), daemon=True).start()
            return ours

        return dial

    return make


def _say(line: socket.socket, said: bytes, waits: bool) -> None:
    with suppress(OSError), closing(line):
        asked = line.recv(4096)
        assert asked.startswith(b"GET /feed HTTP/1.1\r\nHost: lund.test")
        line.sendall(said)
        while waits and line.recv(1):
            pass


def got(dial: Callable[[str, int, str], socket.socket]) -> bytes:
    return fetch("https://lund.test/feed", hosts={"lund.test"}, resolve=lambda *_: [WORLD], dial=dial)


def test_what_is_there_is_fetched(served: Served) -> None:
    assert got(served(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc")) == b"abc"


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (b"HTTP/1.1 302 Found\r\nLocation: https://127.0.0.1/\r\n\r\n", "moved"),
        (b"HTTP/1.1 404 Not Found\r\n\r\n", "status"),
        (b"SSH-2.0-OpenSSH\r\n", "busy"),
        (b"", "busy"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc", "busy"),
        (b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * (BYTES + 1), "size"),
    ],
)
def test_T15_redirects_refusals_and_floods_are_not_followed(served: Served, said: bytes, why: str) -> None:
    with pytest.raises(Unfetched, match=why):
        got(served(said))


def test_T15_whoever_drips_is_hung_up_on(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "SECONDS", 0.2)
    with pytest.raises(Unfetched, match="time"):
        got(served(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc", waits=True))


def _join() -> None:
    """Wait for errands that nobody waits for any longer."""
    for one in threading.enumerate():
        if one.name == "fetch":
            one.join(10)
            assert not one.is_alive()


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Shut until it is set; whatever a test does, it opens by itself before long."""
    monkeypatch.setattr(fetching, "SECONDS", 0.2)
    made = threading.Event()
    yield made
    made.set()
    _join()


def test_T15_a_name_that_is_slow_to_resolve_is_not_waited_for_and_leads_nowhere(
    gate: threading.Event,
) -> None:
    met: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        gate.wait(10)
        return [WORLD]

    def dial(address: str, port: int, host: str) -> socket.socket:
        met.append(address)
        raise ConnectionRefusedError

    begun = time.monotonic()
    with pytest.raises(Unfetched, match="time"):
        fetch("https://lund.test/", hosts={"lund.test"}, resolve=resolve, dial=dial)
    assert time.monotonic() - begun < 5
    gate.set()
    _join()
    assert met == []


def test_T15_the_name_the_line_and_the_answer_share_one_time(gate: threading.Event) -> None:
    ours, theirs = socket.socketpair()

    def dial(address: str, port: int, host: str) -> socket.socket:
        gate.wait(10)
        return ours

    with closing(theirs):
        with pytest.raises(Unfetched, match="time"):
            fetch("https://lund.test/", hosts={"lund.test"}, resolve=lambda *_: [WORLD], dial=dial)
        gate.set()
        _join()
        assert (ours.fileno(), theirs.recv(1)) == (-1, b"")
