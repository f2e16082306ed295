"""One search over every room: in both languages, on both databases, by audience."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from ledstjarna.people.viewer import NOBODY
from ledstjarna.thread import actions
from ledstjarna.thread.models import Audience, Node
from ledstjarna.thread.search import kin, search
from tests.thread.test_reads import SOMEBODY, sky

__all__ = ["sky"]

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
        ("hamn alla", ["harbour"]),
        ("natt hamn", ["street", "harbour"]),
        ("hamnmöte", ["harbour"]),
        ("hamnöppna", ["harbour"]),
        ("tysst natten", ["street"]),
        ("gatornas", ["street"]),
        ("cykel tåg flyg", []),
        ("gat", ["street"]),
        ("öppna", ["harbour"]),
        ("", []),
        ("!!! --", []),
    ],
)
def test_words_are_found_in_whatever_form(query: str, titles: list[str]) -> None:
    assert found(query) == titles


CARE = {
    "besök i hemtjänsten": "Vi ringer före varje besök i hemtjänsten",
    "hemtjänstbesök": "Hemtjänstbesöken läggs i fast ordning",
    "läxhjälp": "Läxhjälp på fritidsgården",
    "läxan": "Hjälp med läxan på biblioteket",
    "hemmet": "Ordning i hemmet",
}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("hemtjänstbesök", {"besök i hemtjänsten", "hemtjänstbesök"}),
        ("besök i hemtjänsten", {"besök i hemtjänsten", "hemtjänstbesök"}),
        ("hemtjanst", {"besök i hemtjänsten", "hemtjänstbesök"}),
        ("hemtjsänt", {"besök i hemtjänsten", "hemtjänstbesök"}),
        ("läx hjälp", {"läxhjälp", "läxan"}),
        ("hjälp med läxor", {"läxhjälp", "läxan"}),
    ],
)
def test_compounds_are_found_both_ways_and_slips_are_forgiven(query: str, titles: set[str]) -> None:
    nodes = [(actions.add_node(kind="organisation", title=title), text) for title, text in CARE.items()]
    actions.index_all(nodes)
    assert set(found(query)) == titles


@pytest.mark.django_db
def test_what_has_the_word_in_its_title_or_a_rarer_one_comes_first() -> None:
    texts = {"Hamnen": "fiske", "Fiske": "hamnen", "Fest": "hamnen fyrverkeri", "Torg": "hamnen torg"}
    nodes = [(actions.add_node(kind="organisation", title=title), text) for title, text in texts.items()]
    actions.index_all((node, f"{node.title} {text}") for node, text in nodes)
    assert found("hamnen")[0] == "Hamnen"
    assert found("hamnen fyrverkeri nyår")[0] == "Fest"


@pytest.mark.django_db
def test_what_is_sealed_is_not_put_first_by_the_title_that_nobody_may_read(sky: None) -> None:
    for kind, title in (("whisper", "Nedläggning"), ("goal", "B"), ("goal", "A nedläggning")):
        actions.index(actions.add_node(kind=kind, title=title), "nedläggning av skolan")
    assert found("nedläggning") == ["A nedläggning", "B", "Whisper"]


@pytest.mark.usefixtures("told")
def test_where_nothing_has_every_word_it_is_said() -> None:
    assert not search(query="natt tyst", viewer=SOMEBODY).partly
    assert search(query="natt hamn", viewer=SOMEBODY).partly


@pytest.mark.django_db
def test_one_kind_alone_may_be_asked_for(sky: None) -> None:
    for kind in ("goal", "goal", "mission"):
        actions.index(actions.add_node(kind=kind, title=kind), "hamnen")
    page = search(query="hamn", viewer=SOMEBODY, kind="mission")
    assert [(one.kind, one.total) for one in page.sorts] == [("goal", 2), ("mission", 1)]
    assert (page.total, [spot.kind for spot in page.spots]) == (1, ["mission"])
    assert search(query="hamn", viewer=SOMEBODY, kind="whisper").total == 0


@pytest.mark.django_db
def test_kin_of_a_title_have_half_of_its_words_and_are_open_to_more_than_named_persons(sky: None) -> None:
    for title, audience in (
        ("Läxhjälp på fritidsgården", Audience.CITY),
        ("Fritidsgården öppen på natten", Audience.CITY),
        ("Läxhjälp på fritidsgården igen", Audience.NAMED),
        ("Tyst gata", Audience.CITY),
    ):
        actions.index(actions.add_node(kind="goal", title=title, audience=audience), title)

    def near(title: str) -> list[str]:
        return [node.title for node in kin(title=title, viewer=SOMEBODY, kinds=["goal"])]

    assert near("Hjälp med läxor på fritidsgårdarna") == ["Läxhjälp på fritidsgården"]
    assert near("Läx") == near("") == near("och") == []
    assert [node.title for node in kin(title="tyst gata", viewer=SOMEBODY, kinds=["mission"])] == []


@pytest.mark.django_db
def test_of_what_is_very_common_the_newest_and_those_titled_so_are_put_in_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ledstjarna.thread.search.MOST", 3)
    titles = ["Ärendet", "a", "b", "c", "d"]
    nodes = actions.add_nodes([Node(kind="organisation", title=title) for title in titles])
    actions.index_all((node, f"{node.title} ärende") for node in nodes)
    assert found("ärende") == ["Ärendet", "b", "c", "d"]


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize(
    "query", ['hamn" OR "gator', "hamn* NOT x", "a:b & !c", "'; DROP TABLE thread_node; --", "NEAR(hamn)"]
)
def test_a_query_carries_no_operator(query: str) -> None:
    assert {spot.title for spot in search(query=query, viewer=SOMEBODY).spots} <= {"harbour", "street"}
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
