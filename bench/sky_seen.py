"""What `bench.sky` adds to the city and asks of it; imported when Django is ready."""

import re

from django.conf import settings
from django.db import transaction
from django.test import Client

from bench.atlas_seen import pages
from ledstjarna.people.models import Account
from ledstjarna.thread import actions
from ledstjarna.thread.models import Audience, Node

SKY = "thread/sky/"
PLANS_EACH = 12
DOTS = re.compile(r'"ref": \[(.*?)\]', re.S)
SPOT = re.compile(r'"[^"]+"')


def fill(more: int) -> None:
    """At least so many goals, and plans that serve them, on the missions of the boards."""
    boards = list(Node.objects.filter(kind="board_mission").values_list("pk", flat=True))
    goals = max(1, -(-more // (PLANS_EACH + 1)))
    with transaction.atomic():
        made = actions.add_nodes(
            [Node(kind="board_goal", title=f"Mål {n}", audience=Audience.PUBLIC) for n in range(goals)]
        )
        plans = actions.add_nodes(
            [
                Node(kind="unit_plan", title=f"Plan {n}", audience=Audience.PUBLIC)
                for n in range(goals * PLANS_EACH)
            ]
        )
        actions.tie_all((goal.pk, "serves", boards[n % len(boards)]) for n, goal in enumerate(made))
        actions.tie_all((plan.pk, "serves", made[n // PLANS_EACH].pk) for n, plan in enumerate(plans))


def _account() -> Account:
    return Account.objects.filter(person__roles__role="city_director").order_by("pk")[0]


def _client() -> Client:
    settings.ALLOWED_HOSTS = ["*"]
    client = Client()
    client.force_login(_account(), backend=settings.AUTHENTICATION_BACKENDS[0])
    return client


def cookies() -> dict[str, str]:
    """The city director's, for a browser."""
    return {name: morsel.value for name, morsel in _client().cookies.items()}


def asked(runs: int) -> tuple[list[float], list[float], bytes]:
    """Milliseconds with nothing remembered and with the city unchanged, and the page."""
    fresh, kept = pages((SKY,), runs)[SKY]
    return fresh, kept, _client().get(f"/{SKY}").content


def dots(page: bytes) -> int:
    """How many are sent to be drawn, the middle not counted."""
    found = DOTS.search(page.decode())
    return len(SPOT.findall(found[1])) - 1 if found else 0
