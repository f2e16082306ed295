"""The pages of the atlas through the front door, for every role and in both languages."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

from ledstjarna.people.room import Role
from ledstjarna.rooms import atlas
from tests.rooms.atlas.conftest import Sky

CATALOGUE = Path(atlas.__file__).parent / "locale/sv/LC_MESSAGES/django.mo"
Enter = Callable[[str], Client]
LONG_AGO = 2000  # days, so that it has been for a year whatever day it is


@pytest.mark.parametrize("role", Role.values)
def test_T5_every_role_reads_the_pages_of_the_thread(sky: Sky, enter: Enter, role: str) -> None:
    area = sky.area("Open harbour", sky.vision())
    client = enter(role)
    for path in ("", "loose/", f"node/{area.ref}/", "sky/", f"sky/?at={area.ref}", "journey/", "signals/"):
        path = f"/thread/{path}"
        assert client.get(path).status_code == 200
        assert client.get(f"/en{path}").status_code == 200


def test_T5_a_resident_meets_public_nodes_and_404_for_the_rest(sky: Sky, client: Client) -> None:
    vision = sky.vision(audience="public")
    hidden = sky.area("Of the city", vision)
    assert client.get(f"/thread/node/{vision.ref}/").status_code == 200
    assert client.get(f"/thread/node/{hidden.ref}/").status_code == 404
    assert client.get("/thread/node/nowhere/").status_code == 404
    assert "Of the city" not in client.get("/thread/").content.decode()


def test_an_unknown_star_or_sort_is_404(sky: Sky, client: Client) -> None:
    assert client.get("/thread/?star=nowhere").status_code == 404
    assert client.get("/thread/loose/?sort=nothing").status_code == 404


@pytest.mark.parametrize("page", ["", "x", "-1", "0", "99999999999999999999"])
def test_a_strange_page_number_is_the_first_page(sky: Sky, client: Client, page: str) -> None:
    assert client.get("/thread/loose/", {"page": page}).status_code == 200


@pytest.mark.parametrize("path", ["/thread/", "/thread/loose/", "/thread/node/x/"])
def test_nothing_can_be_posted_to_the_atlas(client: Client, db: None, path: str) -> None:
    assert client.post(path).status_code == 405


def test_the_headline_says_what_is_the_case_in_both_languages(sky: Sky, enter: Enter) -> None:
    client = enter("employee")
    vision = sky.vision()
    sky.area("Hangs", vision)
    assert "Everything hangs together</h1>" in client.get("/en/thread/").content.decode()
    sky.area("Loose")
    assert "Everything hangs together – almost</h1>" in client.get("/en/thread/").content.decode()
    sky.area("Loose too")
    assert "Many threads are still loose</h1>" in client.get("/en/thread/").content.decode()


def test_an_empty_sky_teaches_and_shows_one_way_on(client: Client, db: None) -> None:
    for path in ("/en/thread/", "/en/thread/loose/"):
        answer = client.get(path).content.decode()
        assert "No star in the sky yet" in answer
        assert "An example:" in answer


def test_several_visions_can_be_chosen_among(sky: Sky, enter: Enter) -> None:
    first, second = sky.vision("First"), sky.vision("Second")
    answer = enter("employee").get("/en/thread/").content.decode()
    for vision in (first, second):
        assert f'href="/en/thread/?star={vision.ref}"' in answer


def test_the_map_is_there_as_a_table_without_script(sky: Sky, enter: Enter) -> None:
    area = sky.area("Open harbour", sky.vision())
    statement = sky.grown(area, "Open all year")
    answer = enter("employee").get("/thread/").content.decode()
    assert answer.count("<table") == 1
    for node in (area, statement):
        assert f'<a href="/thread/node/{node.ref}/">{node.title}</a>' in answer


def test_htmx_is_given_the_list_alone(sky: Sky, enter: Enter) -> None:
    sky.vision()
    sky.area("Loose")
    answer = enter("employee").get("/thread/loose/", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in answer
    assert "Loose" in answer


def test_the_way_to_the_next_page_keeps_the_chosen_sort(sky: Sky, enter: Enter) -> None:
    sky.vision()
    for number in range(21):
        sky.area(f"Area {number}")
    answer = enter("employee").get("/thread/loose/", {"sort": "orphan"}).content.decode()
    assert 'href="?sort=orphan&amp;page=2"' in answer


def test_T7_a_title_is_shown_as_it_was_written_and_never_as_markup(sky: Sky, enter: Enter) -> None:
    client = enter("employee")
    area = sky.area("<script>alert(1)</script>", sky.vision("<img src=x onerror=alert(1)>"))
    sky.area("</script><script>alert(2)</script>")
    for path in ("/thread/", "/thread/loose/", f"/thread/node/{area.ref}/"):
        answer = client.get(path).content.decode()
        assert "<script>alert" not in answer
        assert "<img src=x" not in answer


def test_a_title_in_another_language_says_which(sky: Sky, enter: Enter) -> None:
    vision = sky.vision()
    sky.node("area", "Open harbour", ("belongs_to", vision))
    area = sky.node("area", "Open water", ("belongs_to", vision), lang="en")
    answer = enter("employee").get("/thread/").content.decode()
    assert f'<a href="/thread/node/{area.ref}/" lang="en">Open water</a>' in answer


@pytest.mark.skipif(not CATALOGUE.exists(), reason="the catalogues are compiled at set-up: make ready")
def test_the_headline_is_plain_swedish_at_the_root(sky: Sky, enter: Enter) -> None:
    client = enter("employee")
    sky.area("Hamnen", sky.vision())
    sky.area("Lös")
    answer = client.get("/thread/").content.decode()
    assert "Allt hänger ihop – nästan</h1>" in answer
    assert "1 sak som du kan se leder till visionen." in answer
    assert "1 lös tråd att fatta i</a>" in answer


@pytest.mark.parametrize("role", Role.values)
def test_J6_every_role_meets_monday_and_what_its_dials_were_counted_from(
    sky: Sky, enter: Enter, role: str
) -> None:
    client = enter(role)
    for path in ("", "all-in/", "leadership/", "endurance/", "story/", "story/?waiting&page=2"):
        assert client.get(f"/monday/{path}").status_code == 200
    sky.area("Open harbour", sky.vision())
    for path in ("", "all-in/", "all-in/?waiting"):
        assert client.get(f"/monday/{path}").status_code == 200
        assert client.get(f"/en/monday/{path}").status_code == 200


def test_an_empty_city_s_monday_teaches(sky: Sky, enter: Enter) -> None:
    shown = enter("city_director").get("/en/monday/").content.decode()
    assert "No star in the sky yet</h1>" in shown
    assert "An example: a board has held six dialogues" in shown


def test_J6_the_rows_are_taken_along_as_csv_and_as_json_that_say_the_same(sky: Sky, enter: Enter) -> None:
    client = enter("union")
    sky.node("area", "=SUM(A1)", ("belongs_to", sky.vision()), days_ago=LONG_AGO)
    made = client.get("/monday/all-in/rows.csv")
    rows = list(csv.DictReader(io.StringIO(made.content.decode("utf-8-sig"))))
    told = client.get("/monday/all-in/rows.json").json()
    assert [row["ref"] for row in rows] == [row["ref"] for row in told["rows"]]
    assert rows[0]["title"] == "'=SUM(A1)"  # T9
    assert rows[0]["counted"] == f"m{told['rows'][0]['counted']}"
    assert told == client.get("/api/v1/atlas/monday/all-in/rows/").json()


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_J6_the_page_is_taken_along_on_paper(sky: Sky, enter: Enter, form: str) -> None:
    sky.area("Open harbour", sky.vision())
    made = enter("city_director").get(f"/monday/pack.{form}")
    assert made.headers["Content-Disposition"] == f'attachment; filename="monday.{form}"'
    assert made.content[:2] in {b"PK", b"%P"}


def test_J6_a_dial_is_drawn_without_any_style_of_its_own(sky: Sky, enter: Enter) -> None:
    vision = sky.node("vision", "Star", days_ago=LONG_AGO)
    for number in range(6):
        sky.node("area", f"Area {number}", ("belongs_to", vision), days_ago=LONG_AGO)
    shown = enter("employee").get("/en/monday/").content.decode()
    assert '<path d="M0 2 L16.7 2' in shown
    assert "style=" not in shown
