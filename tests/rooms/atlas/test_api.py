"""The atlas as JSON: the same reads, so neither door is the lenient one."""

from collections.abc import Callable

from django.test import Client

from tests.rooms.atlas.conftest import Sky


def test_the_map_the_loose_threads_and_a_node_are_there_as_json(
    sky: Sky, enter: Callable[[str], Client]
) -> None:
    client = enter("employee")
    area = sky.area("Open harbour", sky.vision())
    sky.area("Loose")
    star = client.get("/api/v1/atlas/star/").json()
    assert [thing["spot"]["ref"] for ray in star["rays"] for thing in ray["things"]] == [area.ref]
    loose = client.get("/api/v1/atlas/loose/", {"sort": "orphan"}).json()
    assert [row["spot"]["title"] for row in loose["rows"]] == ["Loose"]
    node = client.get(f"/api/v1/atlas/node/{area.ref}/").json()
    assert [each["spot"]["title"] for each in node["up"]["near"]] == ["Harbour 2040"]


def test_T5_what_is_not_for_a_resident_is_404_as_json_too(sky: Sky, client: Client) -> None:
    area = sky.area("Of the city", sky.vision())
    assert client.get(f"/api/v1/atlas/node/{area.ref}/").status_code == 404
    assert client.get("/api/v1/atlas/star/", {"star": "nowhere"}).status_code == 404
    assert client.get("/api/v1/atlas/loose/", {"sort": "person"}).status_code == 404
    assert client.get("/api/v1/atlas/star/").json()["star"] is None
