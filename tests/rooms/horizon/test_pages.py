"""The pages of the horizon room."""

from collections.abc import Callable

from django.test import Client
from django.urls import reverse

from tests.rooms.horizon.conftest import READ, SEEN, Lookout


def test_a_signal_is_told_of_read_and_parried_by_three_people(
    client_as: Callable[..., Client], lookout: Lookout
) -> None:
    told = client_as("employee").post(
        reverse("horizon:new"), SEEN | {"concerns": [lookout.area], "send": "1"}
    )
    ref = told["Location"].rstrip("/").rpartition("/")[2]
    read = client_as("colleague").post(reverse("horizon:read", args=[ref]), READ | {"held_on": "2026-09-01"})
    unit = lookout.city.units["home"].node.ref
    tried = client_as("manager").post(
        reverse("horizon:try", args=[ref]),
        {"title": "Ett skåp", "text": "I fyra veckor", "unit": unit, "begun_on": "2026-09-02"},
    )
    assert [one.status_code for one in (told, read, tried)] == [303, 303, 303]
    body = client_as("hr").get(told["Location"]).content.decode()
    assert all(word in body for word in ("Ett skåp", READ["thinks"], "Den nära staden"))
    assert 'rel="noopener noreferrer nofollow"' in body


def test_what_is_like_it_is_swapped_in_and_a_wrong_link_keeps_the_rest(
    client_as: Callable[..., Client], lookout: Lookout
) -> None:
    lookout.notice()
    client, url = client_as("employee"), reverse("horizon:new")
    near = client.post(url, {"title": "Paket ur skåp"}, headers={"HX-Request": "true"}).content.decode()
    assert near.startswith('<div id="alike"')
    assert SEEN["title"] in near
    wrong = client.post(url, SEEN | {"link": "http://x.example", "send": "1"})
    assert (wrong.status_code, SEEN["text"] in wrong.content.decode()) == (422, True)


def test_an_empty_horizon_teaches_and_one_without_tests_says_so(
    client_as: Callable[..., Client], lookout: Lookout
) -> None:
    client = client_as("employee")
    assert "Bli först" in client.get(reverse("horizon:home")).content.decode()
    assert "Berätta om en signal" in client.get(reverse("horizon:speed")).content.decode()
    lookout.notice()
    for name in ("horizon:home", "horizon:speed"):
        assert "Ingen signal har mött ett litet test än" in client.get(reverse(name)).content.decode()


def test_the_city_director_gives_the_signals_to_a_unit(
    client_as: Callable[..., Client], lookout: Lookout
) -> None:
    client = client_as("city_director")
    unit = lookout.city.units["quay"].node.ref
    assert client.post(reverse("horizon:group"), {"unit": unit}).status_code == 303
    assert f'value="{unit}" selected' in client.get(reverse("horizon:group")).content.decode()
