"""The pages where a call is shaped, without script."""

from collections.abc import Callable

from django.test import Client
from django.urls import reverse

from ledstjarna.rooms.accelerator import actions
from tests.rooms.accelerator.conftest import Lab
from tests.rooms.accelerator.test_actions import shaped

Clients = Callable[..., Client]


def test_whoever_moves_a_part_comes_back_to_it_on_the_page_that_it_belongs_to(
    lab: Lab, client_as: Clients
) -> None:
    ref, office = shaped(lab), client_as("communicator")
    actions.usual_form(ref=ref, **lab.by("communicator"))
    for what, page in (("question", "shape"), ("criterion", "weights")):
        there = reverse(f"accelerator:{page}", args=[ref])
        body = office.get(there).content.decode()
        assert (body.count("Flytta upp"), body.count("Flytta ned")) == (2, 2)
        move = {"what": what, "place": "2", "way": "up"}
        assert office.post(reverse("accelerator:move", args=[ref]), move)["Location"] == f"{there}#at-1"
        past = office.post(reverse("accelerator:move", args=[ref]), move | {"place": "0"})
        assert past.status_code == 422
        assert "Den står redan först." in past.content.decode()
        dropped = office.post(reverse("accelerator:drop", args=[ref]), {"what": what, "place": "0"})
        assert dropped["Location"] == there
