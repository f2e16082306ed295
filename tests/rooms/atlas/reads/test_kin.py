"""What somebody else has begun is shown while one types, to those who work here, and never what is closed."""

from collections.abc import Callable

import pytest
from django.test import Client

from ledstjarna.people.viewer import NOBODY
from ledstjarna.rooms.atlas import reads
from ledstjarna.thread import actions as thread
from ledstjarna.thread.models import Audience, Node
from tests.fixtures.city import NOW, SmallCity

TITLE = "Läxhjälp på fritidsgården"


@pytest.fixture
def begun(city: SmallCity) -> Node:
    home = city.units["north"].node
    node = thread.add_node(kind="test", title=TITLE, home=home.pk)
    thread.index(node, TITLE)
    other = thread.add_node(kind="lesson", title="Tysta rum", audience=Audience.NAMED)
    thread.index(other, "Tysta rum i skolan")
    return node


def test_kin_say_where_they_are_tried_and_whether_they_have_ended(city: SmallCity, begun: Node) -> None:
    employee = city.viewer("employee")
    (one,) = reads.kin(viewer=employee, title="hjälp med läxor").kin
    assert (one.spot.title, one.where, one.ended) == (TITLE, "Norra skolan", False)
    thread.end(node=begun, at=NOW)
    assert reads.kin(viewer=employee, title="hjälp med läxor").kin[0].ended


@pytest.mark.usefixtures("begun")
@pytest.mark.parametrize("title", ["", "lä", "en helt annan sak", "tysta rum i skolan"])
def test_nothing_is_shown_for_what_is_unlike_or_closed(city: SmallCity, title: str) -> None:
    assert reads.kin(viewer=city.viewer("employee"), title=title).kin == ()


@pytest.mark.usefixtures("begun")
def test_a_resident_is_shown_nothing(city: SmallCity) -> None:
    assert reads.kin(viewer=NOBODY, title="läxhjälp").kin == ()


@pytest.mark.usefixtures("begun")
def test_the_fragment_is_for_htmx_and_the_page_for_a_form_without_script(
    city: SmallCity, client_as: Callable[..., Client]
) -> None:
    asked = {"of": "what", "what": "läxhjälp"}
    found = client_as("employee").get("/thread/kin/", asked, headers={"HX-Request": "true"})
    assert (TITLE in found.text, "<html" in found.text) == (True, False)
    page = client_as("employee").post("/thread/kin/?of=what", {"what": "läxhjälp", "title": "annat"})
    assert (TITLE in page.text, "<html" in page.text) == (True, True)
    assert TITLE not in client_as("employee").post("/thread/kin/", {"what": "läxhjälp"}).text
