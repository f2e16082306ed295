"""The city as a viewer sees it."""

from pytest_django import DjangoAssertNumQueries

from ledstjarna.people.viewer import NOBODY
from ledstjarna.rooms.atlas.reads.cities import city, common
from tests.rooms.atlas.conftest import Sky, colleague


def test_colleagues_of_the_same_authorities_share_a_city_and_residents_have_their_own(sky: Sky) -> None:
    board = sky.node("board", "Board")
    one, other = colleague(sky.node("person", "Ada"), board), colleague(sky.node("person", "Bo"), board)
    assert common(one) == common(other)
    assert len({common(one), common(colleague()), common(NOBODY)}) == 3


def test_an_unchanged_city_is_not_asked_for_again(
    sky: Sky, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    sky.vision()
    first = city(colleague())
    with django_assert_num_queries(1):
        assert city(colleague()) is first
