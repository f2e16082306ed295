"""One search over every room: in both languages, on both databases, by audience."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from ledstjarna.people.viewer import NOBODY
from ledstjarna.thread import actions
from ledstjarna.thread.models import Audience, Node
from ledstjarna.thread.search import search
from tests.thread.test_reads import SOMEBODY

TEXTS = {
    "harbour": "Hamnarna ska vara öppna för alla",
    "school": "Schools that ask questions",
    "street": "Gatorna är tysta om natten",
}


def found(query: str) -> list[str]:
    return [spot.title for spot in search(query=query, viewer=SOMEBODY).spots]


@pytest.fixture
def told(db: None) -> dict[str, Node]:
    nodes = {title: actions.add_node(kind="organisation", title=title) for title in TEXTS}
    actions.index_all((node, TEXTS[title]) for title, node in nodes.items())
    return nodes


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("hamnar", ["harbour"]),
        ("HAMNARNA", ["harbour"]),
        ("question", ["school"]),
        ("natt tyst", ["street"]),
        ("natt hamn", []),
        ("gat", ["street"]),
        ("öppna", ["harbour"]),
        ("", []),
        ("!!! --", []),
    ],
)
def test_words_are_found_in_whatever_form(query: str, titles: list[str]) -> None:
    assert found(query) == titles


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize(
    "query", ['hamn" OR "skol', "hamn* NOT x", "a:b & !c", "'; DROP TABLE thread_node; --", "NEAR(hamn)"]
)
def test_a_query_carries_no_operator(query: str) -> None:
    assert search(query=query, viewer=SOMEBODY).total <= 1
    assert Node.objects.count() == 3


def test_what_is_indexed_anew_is_found_by_its_new_words_alone(told: dict[str, Node]) -> None:
    actions.index(told["street"], "Torget")
    assert (found("torg"), found("natten")) == (["street"], [])


def test_what_is_gone_is_not_found(told: dict[str, Node]) -> None:
    told["street"].words.delete()
    assert found("natten") == []


@pytest.mark.django_db
@pytest.mark.parametrize("audience", Audience.values)
def test_T5_search_finds_what_one_may_read(audience: str) -> None:
    node = actions.add_node(kind="organisation", title="harbour", audience=audience)
    actions.index(node, "hamnen")
    assert search(query="hamnen", viewer=NOBODY).total == (audience == Audience.PUBLIC)
    assert search(query="hamnen", viewer=SOMEBODY).total == (audience in {Audience.PUBLIC, Audience.CITY})


@pytest.mark.django_db
@pytest.mark.parametrize(("asked", "got"), [(1, 1), (3, 3), (9, 3), (-4, 1)])
def test_a_page_beyond_the_last_is_the_last(asked: int, got: int) -> None:
    nodes = actions.add_nodes([Node(kind="organisation", title=f"{i:02}") for i in range(45)])
    actions.index_all((node, "hamnen") for node in nodes)
    page = search(query="hamn", viewer=SOMEBODY, number=asked)
    first = f"{(got - 1) * 20:02}"
    assert (page.number, page.pages, page.total, page.spots[0].title) == (got, 3, 45, first)


class Anything(TestCase):
    """Whatever is typed, an answer comes."""

    @given(st.text(max_size=300))
    def test_any_text_can_be_sought(self, text: str) -> None:
        assert search(query=text, viewer=SOMEBODY).total == 0
