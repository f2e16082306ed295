"""J6: the page of the week on paper."""

import io

import pytest
from pypdf import PdfReader

from ledstjarna.people.viewer import NOBODY
from ledstjarna.rooms.atlas import reads
from ledstjarna.thread.reads import Missing
from ledstjarna.web.papers import written
from tests.fixtures.city import NOW as SUMMER
from tests.fixtures.city import SmallCity
from tests.house import world
from tests.rooms.atlas.conftest import NOW, Sky, colleague


def test_J6_the_pack_says_what_the_page_says(sky: Sky) -> None:
    vision = sky.vision()
    for number in range(9):
        sky.node("area", f"Area {number}", ("belongs_to", vision), days_ago=400)
    sky.area("Loose")
    paper = reads.pack(viewer=colleague(), now=NOW)
    words = [block.text for block in paper.blocks]
    assert paper.title == "Everything hangs together – almost"
    assert words[0] == "1 March 2027, week 9"
    assert "All in: 90 of 100, between 60 and 98. 1 thing has no path to the vision." in "\n".join(words)
    assert "The story: There is nothing to count yet." in words
    assert any(one.startswith("Loose. Nothing ties it") for one in words)


def test_J6_the_pack_is_two_pages_at_most(city: SmallCity) -> None:
    world.build(city)
    paper = reads.pack(viewer=city.viewer("city_director"), now=SUMMER)
    assert len(PdfReader(io.BytesIO(written(paper, "pdf"))).pages) <= 2
    assert written(paper, "docx").startswith(b"PK")


def test_T5_a_resident_takes_nothing_along(sky: Sky) -> None:
    with pytest.raises(Missing):
        reads.pack(viewer=NOBODY, now=NOW)
