"""The desks of those who open and steer."""

import pytest

from ledstjarna.people.viewer import NOBODY
from ledstjarna.rooms.vision import forms, reads
from ledstjarna.thread.reads import Missing
from ledstjarna.web.fields import Confirm
from tests.rooms.vision.conftest import NOW, Town

pytestmark = pytest.mark.django_db


def made() -> dict[str, object]:
    plain = {"prolong": forms.Prolong(), "pause": forms.Pause(), "resume": Confirm()}
    return {**plain, "advance": forms.Advance(), "reopen": forms.Reopen(), "decide": forms.Decide()}


def test_the_way_back_offers_the_steps_that_have_been(town: Town, voting: str) -> None:
    desk = reads.desk(ref=voting, viewer=town.director, now=NOW, forms=made())
    assert [key for key, _ in desk.reopen.fields["phase"].choices] == ["collect"]


def test_T5_the_desk_is_missing_for_those_who_do_not_steer(town: Town, voting: str) -> None:
    for viewer in (NOBODY, town.staff[0], town.member):
        with pytest.raises(Missing):
            reads.desk(ref=voting, viewer=viewer, now=NOW, forms=made())
        with pytest.raises(Missing):
            reads.opening(viewer=viewer)
    assert reads.opening(viewer=town.director).longest == 280
