"""Pictures of every page of the made-up city: `python -m tools.shots [FOLDER]`.

Each page is found by following links as somebody who may see it, and taken in both languages, wide and
narrow, light and dark. What was not found is said.
"""

import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from typing import Any, Literal

from tools.smoke import free_port, wait

HOST = "127.0.0.1"
# Whoever sees most comes last: a page is taken as the first of these who comes upon it.
ROLES = ("", "employee", "elected", "manager", "hr", "registrar", "communicator", "administrator")
LANGUAGES = (("sv", ""), ("en", "/en"))
WIDTHS = (1280, 360)
SCHEMES: tuple[Literal["light"], Literal["dark"]] = ("light", "dark")
LINK = re.compile(r'href="(/[^"#]*)')
BEGIN = ("/", "/guide/")
EACH = 8
ASIDE = ("/static/", "/api/", "/en/", "/account/logout")
Found = dict[str, tuple[str, str]]


@contextmanager
def city(port: int) -> Iterator[str]:
    """The made-up city, served for as long as the block lasts: its address."""
    command = [str(Path(sys.prefix) / "bin" / "ledstjarna"), "demo", "--port", str(port)]
    with subprocess.Popen(command, env={**os.environ, "LEDSTJARNA_DEMO": "1"}) as process:
        try:
            url = f"http://{HOST}:{port}"
            wait(process, url)
            yield url
        finally:
            process.terminate()


def signed_in(role: str) -> Any:
    """A browser without a screen, signed in as somebody of that role; as nobody where none is named."""
    from django.test import Client  # noqa: PLC0415  Django must be ready first

    from ledstjarna.people.models import Account  # noqa: PLC0415

    client = Client(SERVER_NAME=HOST)
    if role:
        some = (
            Account.objects.filter(person__roles__role=role) if role != "employee" else Account.objects.all()
        )
        account = some.exclude(person=None).order_by("pk").first()
        if account is not None:
            client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def walk(client: Any, role: str, found: Found) -> None:
    """Follow links from the front page, and note the first address of every page not yet found.

    Of each sort of page a few are opened, so that a long list of persons does not hide the rest.
    """
    from django.urls import Resolver404, resolve  # noqa: PLC0415  Django must be ready first

    ahead, seen = list(BEGIN), set(BEGIN)
    opened: Counter[str] = Counter()
    while ahead:
        path = ahead.pop(0)
        try:
            name = resolve(path.partition("?")[0]).view_name
        except Resolver404:
            continue
        opened[name] += 1
        answer = client.get(path) if opened[name] <= EACH else None
        if (
            answer is None
            or answer.status_code != 200
            or "html" not in answer.headers.get("Content-Type", "")
        ):
            continue
        found.setdefault(name, (path, role))
        fresh = [link for link in LINK.findall(answer.content.decode()) if not link.startswith(ASIDE)]
        ahead += [link for link in dict.fromkeys(fresh) if link not in seen]
        seen.update(fresh)


def take(url: str, found: Found, cookies: dict[str, list[tuple[str, str]]], folder: Path) -> int:
    """Take every picture; how many."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  only where pictures are taken

    from tests.fixtures.browser import FLAGS, chromium  # noqa: PLC0415

    taken = 0
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium(), args=FLAGS)
        for role, width in product(cookies, WIDTHS):
            for scheme in SCHEMES:
                size: Any = {"width": width, "height": 900}
                context = browser.new_context(base_url=url, viewport=size, color_scheme=scheme)
                context.add_cookies(
                    [{"name": name, "value": value, "url": url} for name, value in cookies[role]]
                )
                mine = {name: path for name, (path, who) in found.items() if who == role}
                taken += _take(context.new_page(), mine, folder, f"{width}.{scheme}")
                context.close()
        browser.close()
    return taken


def _take(page: Any, mine: dict[str, str], folder: Path, suffix: str) -> int:
    for (name, path), (language, prefix) in product(mine.items(), LANGUAGES):
        page.goto(f"{prefix}{path}")
        page.screenshot(path=folder / f"{name.replace(':', '-')}.{language}.{suffix}.png", full_page=True)
    return len(mine) * len(LANGUAGES)


def main(words: list[str]) -> int:
    """Serve the city, find its pages, take them, and say which were not found."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ledstjarna.site.settings")
    os.environ["LEDSTJARNA_DEMO"] = "1"
    folder = Path(words[0] if words else "shots")
    folder.mkdir(parents=True, exist_ok=True)
    with city(free_port()) as url:
        import django  # noqa: PLC0415  the city must stand before Django reads it

        django.setup()
        found: Found = {}
        cookies: dict[str, list[tuple[str, str]]] = {}
        for role in ROLES:
            client = signed_in(role)
            walk(client, role, found)
            cookies[role] = [(name, one.value) for name, one in client.cookies.items()]
        print(f"  {take(url, found, cookies, folder)} pictures of {len(found)} pages in {folder}/")
    return _say_missing(found)


def _say_missing(found: Found) -> int:
    from tests.house.addresses import pages  # noqa: PLC0415  Django must be ready first

    missing = [name for name in pages() if name not in found]
    print(f"  Not reached by any link, or no page to look at: {', '.join(missing) or 'none'}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
