"""Voters at the door: everybody opens the list and votes, against the real server (G1, G2, G24).

`python -m bench.load` loads the city in an empty folder, signs a number of employees in, and lets each of
them open the ballot and post one vote, evenly spread over a time. Printed: how long they waited, what
failed, and whether every vote that was answered for is in a ballot afterwards.
"""

import argparse
import http.client
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode

from tools.smoke import free_port, wait

HOST = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Visit:
    """One voter's two waits in seconds, and whether the vote was answered for."""

    listed: float
    voted: float
    counted: bool


def signed_in(many: int) -> tuple[list[str], str]:
    """Session keys of as many employees, and the ref of the round that is voted in."""
    from importlib import import_module  # noqa: PLC0415  Django must be ready first

    from django.conf import settings  # noqa: PLC0415
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: PLC0415
    from django.db import transaction  # noqa: PLC0415

    from ledstjarna.people.models import Account, Person  # noqa: PLC0415
    from ledstjarna.rooms.vision.models import Round  # noqa: PLC0415

    store = import_module(settings.SESSION_ENGINE).SessionStore
    people = Person.objects.filter(account=None, protected=False).exclude(employments=None).order_by("pk")
    with transaction.atomic():
        Account.objects.bulk_create(
            [Account(email=person.email, person=person, password="!") for person in people[:many]],
            batch_size=500,
        )
        keys = []
        for account in Account.objects.filter(password="!")[:many]:
            session = store()
            session[SESSION_KEY] = str(account.pk)
            session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
            session[HASH_SESSION_KEY] = account.get_session_auth_hash()
            session.create()
            keys.append(str(session.session_key))
    return keys, Round.objects.select_related("node").get(phase="vote").node.ref


def votes() -> int:
    """Every vote in every ballot."""
    from ledstjarna.rooms.vision.models import Ballot  # noqa: PLC0415  Django must be ready first

    return sum(len(row) - bytes(row).count(128) for row in Ballot.objects.values_list("values", flat=True))


def visit(port: int, path: str, session: str) -> Visit:
    """Open the ballot and take a stand on the statement that is offered."""
    line = http.client.HTTPConnection(HOST, port, timeout=30)
    began = time.perf_counter()
    line.request("GET", path, headers={"Cookie": f"session={session}"})
    answer = line.getresponse()
    body = answer.read().decode()
    listed = time.perf_counter() - began
    token = SimpleCookie(answer.headers.get("Set-Cookie", ""))["csrf"].value
    if 'name="statement" value="' not in body:
        return Visit(listed, 0.0, False)
    statement = body.split('name="statement" value="')[1].split('"')[0]
    typed = urlencode({"statement": statement, "choice": "1", "csrfmiddlewaretoken": token})
    headers = {
        "Cookie": f"session={session}; csrf={token}",
        "Content-Type": "application/x-www-form-urlencoded",
        "HX-Request": "true",
        "Origin": f"http://{HOST}:{port}",
    }
    began = time.perf_counter()
    line.request("POST", path, typed, headers)
    answer = line.getresponse()
    answer.read()
    line.close()
    return Visit(listed, time.perf_counter() - began, answer.status == 200)


def spread(port: int, path: str, sessions: Sequence[str], seconds: float) -> list[Visit]:
    """Let everybody come, one after another, evenly over the time."""
    began = time.perf_counter()

    def come(n: int) -> Visit:
        time.sleep(max(0.0, began + seconds * n / len(sessions) - time.perf_counter()))
        return visit(port, path, sessions[n])

    with ThreadPoolExecutor(32) as threads:
        return list(threads.map(come, range(len(sessions))))


def at(waits: Sequence[float], share: float) -> str:
    """A quantile in milliseconds."""
    return f"{1000 * sorted(waits)[min(len(waits) - 1, int(share * len(waits)))]:.0f} ms"


def main() -> int:
    """Measure and print; 1 where a vote was lost."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--voters", type=int, default=2000)
    asked.add_argument("--seconds", type=float, default=20.0)
    wished = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["LEDSTJARNA_HOME"], os.environ["LEDSTJARNA_DEMO"] = folder, "1"
        os.environ["DJANGO_SETTINGS_MODULE"] = "ledstjarna.site.settings"
        command = str(Path(sys.prefix) / "bin" / "ledstjarna")
        subprocess.run([command, "demo", "--no-serve"], check=True, stdout=subprocess.DEVNULL)
        import django  # noqa: PLC0415  the settings are named just above

        django.setup()
        sessions, ref = signed_in(wished.voters)
        before, port = votes(), free_port()
        with subprocess.Popen([command, "demo", "--port", str(port)], stdout=subprocess.DEVNULL) as server:
            try:
                wait(server, f"http://{HOST}:{port}")
                found = spread(port, f"/rounds/{ref}/vote/", sessions, wished.seconds)
            finally:
                server.terminate()
        counted = sum(one.counted for one in found)
        # Somebody may be offered a statement they have never seen, so each counted vote is a new byte.
        lost = counted - (votes() - before)
    listed, voted = [one.listed for one in found], [one.voted for one in found if one.counted]
    print(f"{len(found)} voters in {wished.seconds:.0f} s on {os.cpu_count()} cores")
    print(f"open the ballot   median {at(listed, 0.5)}, p95 {at(listed, 0.95)}")
    print(f"vote              median {at(voted, 0.5)}, p95 {at(voted, 0.95)}")
    print(f"answered for {counted}, nothing left to ask or refused {len(found) - counted}, lost {lost}")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
