"""A plan while it is a draft: for its own board alone, shown with a tick, and settled (K2, R15)."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from ledstjarna.people.models import Employment, Person
from ledstjarna.rooms.missions import actions, reads, rules
from ledstjarna.rooms.missions.models import Card, Dispatch, Version
from ledstjarna.thread import actions as spin
from ledstjarna.thread import reads as thread
from ledstjarna.thread import search
from ledstjarna.thread.models import Fact, Node, Reader
from ledstjarna.thread.reads import Missing, Refused
from tests.rooms.missions.conftest import CARD, PLAN, Chain

As = Callable[..., Client]
OTHER_BOARD = "colleague"  # works at a school
OWN_BOARD = ("employee", "manager", "director")
MET: dict[str, Any] = {"met": "Vi", "saw": "x", "learnt": "x", "changes": "", "next_on": None}


def draft(chain: Chain, role: str = "manager", title: str = "Tyst plan") -> str:
    body = PLAN | {"title": title}
    return actions.set_plan(ref=chain.unit, serves=[chain.goal], draft=True, **body, **chain.by(role))


def school(chain: Chain) -> str:
    return chain.city.authorities["school_board"].node.ref


def shown(chain: Chain, ref: str, to: str = "", **more: Any) -> str:
    return actions.dispatch(ref=ref, to=to or school(chain), **({"sure": True} | more), **chain.by("manager"))


def reaches(chain: Chain, ref: str, role: str) -> bool:
    return thread.seen_by(chain.viewer(role)).filter(ref=ref).exists()


@pytest.mark.parametrize("role", OWN_BOARD)
def test_K2_a_draft_is_read_by_its_own_board(chain: Chain, role: str) -> None:
    assert reads.aim(ref=draft(chain), viewer=chain.viewer(role)).draft is not None


@pytest.mark.parametrize("role", [OTHER_BOARD, "elected", "opposition", "resident"])
def test_K2_a_draft_is_not_there_for_anybody_else(chain: Chain, role: str) -> None:
    ref, viewer = draft(chain), chain.viewer(role)
    with pytest.raises(Missing):
        reads.aim(ref=ref, viewer=viewer)
    assert search.search(query="Tyst plan", viewer=viewer).total == 0
    assert ref not in {event.spot.ref for event in thread.events(viewer=viewer)}
    if viewer.signed_in:
        page = reads.holder(ref=chain.unit, viewer=viewer, now=chain.now)
        assert [line.spot.ref for line in page.plans] == [chain.plan]


def test_a_draft_in_a_list_says_so(chain: Chain) -> None:
    ref = draft(chain)
    page = reads.holder(ref=chain.unit, viewer=chain.viewer("employee"), now=chain.now)
    assert {line.spot.ref: line.draft for line in page.plans} == {chain.plan: False, ref: True}


def test_a_draft_is_begun_by_somebody_of_the_board_that_reads_it(chain: Chain) -> None:
    north = chain.city.units["north"].node.ref  # of another board than the city director's own
    with pytest.raises(Refused, match=r"^A draft is read by its own board"):
        actions.set_plan(ref=north, serves=[chain.goal], draft=True, **PLAN, **chain.by("city_director"))
    assert not reads.desk(kind="unit_plan", ref=north, viewer=chain.viewer("city_director")).values["draft"]
    assert reads.desk(kind="unit_plan", ref=chain.unit, viewer=chain.viewer("manager")).values["draft"]


def test_a_plan_that_is_not_a_draft_is_the_whole_city_s_as_before(chain: Chain) -> None:
    assert reads.aim(ref=chain.plan, viewer=chain.viewer(OTHER_BOARD)).draft is None


def test_settled_it_is_the_whole_city_s_and_that_is_logged(chain: Chain) -> None:
    ref = draft(chain)
    actions.settle_plan(ref=ref, **chain.by("manager"))
    page = reads.aim(ref=ref, viewer=chain.viewer(OTHER_BOARD))
    assert (page.draft, page.may_ask) == (None, True)
    assert not reaches(chain, ref, "resident")
    assert Fact.objects.order_by("-number")[0].verb == "missions.confirmed"
    with pytest.raises(Refused, match=r"^It is settled already"):
        actions.settle_plan(ref=ref, **chain.by("manager"))


@pytest.mark.parametrize("role", ["employee", "registrar"])
def test_a_draft_is_settled_and_shown_by_those_who_answer_for_it(chain: Chain, role: str) -> None:
    ref = draft(chain)
    acts: tuple[Callable[[], str], ...] = (
        lambda: actions.settle_plan(ref=ref, **chain.by(role)),
        lambda: actions.dispatch(ref=ref, to=school(chain), sure=True, **chain.by(role)),
    )
    for act in acts:
        with pytest.raises((Refused, Missing)):
            act()
    assert not Dispatch.objects.exists()


def test_R15_to_show_a_draft_to_another_board_dispatches_it_and_is_logged(chain: Chain) -> None:
    ref = draft(chain)
    assert not reaches(chain, ref, OTHER_BOARD)
    shown(chain, ref)
    fact = Fact.objects.select_related("node", "other").order_by("-number")[0]
    assert fact.other is not None
    assert (fact.verb, fact.node.ref, fact.other.ref) == ("missions.dispatched", ref, school(chain))
    page = reads.aim(ref=ref, viewer=chain.viewer(OTHER_BOARD))
    assert page.draft is not None
    assert (page.draft.received, page.draft.may_settle, page.draft.choices) == (True, False, ())
    assert [one.ref for one in page.draft.shown] == [school(chain)]
    assert Dispatch.objects.get().body["title"] == "Tyst plan"
    assert not reaches(chain, ref, "elected")
    assert not reaches(chain, ref, "resident")


def test_R15_it_is_not_shown_without_a_tick(chain: Chain) -> None:
    with pytest.raises(Refused, match=r"dispatches the document"):
        shown(chain, draft(chain), sure=False)
    assert not Dispatch.objects.exists()


@pytest.mark.parametrize("to", ["board", "unit", "goal"])
def test_R15_it_is_shown_to_another_board_or_company_alone(chain: Chain, to: str) -> None:
    with pytest.raises(Refused, match=r"^Choose another board"):
        shown(chain, draft(chain), getattr(chain, to))


def test_it_is_not_dispatched_to_the_same_place_twice(chain: Chain) -> None:
    ref = draft(chain)
    shown(chain, ref)
    with pytest.raises(Refused, match=r"^It has been shown there"):
        shown(chain, ref)
    page = reads.aim(ref=ref, viewer=chain.viewer("manager"))
    assert page.draft is not None
    assert school(chain) not in dict(page.draft.choices)


def test_a_settled_plan_is_not_dispatched(chain: Chain) -> None:
    with pytest.raises(Refused, match=r"^It is settled already"):
        shown(chain, chain.plan)


def test_the_words_of_a_draft_are_kept_once_somebody_else_has_had_them(chain: Chain) -> None:
    ref = draft(chain)
    again = PLAN | {"title": "Andra orden", "why": "Klarare"}
    actions.change_aim(ref=ref, serves=[chain.goal], **again, **chain.by("manager"))
    assert not Version.objects.exists()
    shown(chain, ref)
    actions.change_aim(ref=ref, serves=[chain.goal], **again, **chain.by("manager"))
    assert Version.objects.get().body["title"] == "Andra orden"
    assert reads.redraft(ref=ref, viewer=chain.viewer("manager")).shown[0].ref == school(chain)


def test_nothing_is_said_of_a_draft_that_more_would_read(chain: Chain) -> None:
    ref = draft(chain)
    acts: tuple[Callable[[], str], ...] = (
        lambda: actions.hold(ref=ref, held_on=chain.now.date(), **MET, **chain.by("manager")),
        lambda: actions.look(ref=ref, sort="state", title="x", text="x", **chain.by("manager")),
        lambda: actions.ask(ref=ref, text="Varför?", **chain.by("employee")),
    )
    for act in acts:
        with pytest.raises(Refused, match=r"^It is a draft"):
            act()
    with pytest.raises(Missing):
        reads.about(ref=ref, viewer=chain.viewer("manager"), deed="hold")
    page = reads.aim(ref=ref, viewer=chain.viewer("manager"))
    assert (page.may_follow, page.may_ask, page.may_change) == (False, False, True)


@pytest.mark.parametrize(
    ("own", "other", "crosses"), [(1, 2, True), (1, 1, False), (None, 2, False), (1, None, False)]
)
def test_R15_a_document_is_dispatched_where_it_goes_between_two_authorities(
    own: int | None, other: int | None, *, crosses: bool
) -> None:
    assert rules.is_dispatched(own, other) is crosses


def carded(chain: Chain) -> str:
    ref = chain.viewer("employee").ref
    return actions.write_card(ref=ref, serves=[chain.plan], **CARD, **chain.by("manager"))


def test_R15_a_card_between_two_boards_says_so_and_agreeing_is_logged(chain: Chain) -> None:
    ref = carded(chain)
    assert not reads.card(ref=ref, **chain.by("employee")).crosses
    manager = Person.objects.get(pk=chain.viewer("manager").person_id)
    Employment.objects.filter(person=manager).update(unit=chain.city.units["north"])
    assert reads.card(ref=ref, **chain.by("employee")).crosses
    actions.agree_card(ref=ref, **chain.by("employee"))
    assert Fact.objects.order_by("-number")[0].verb == "missions.agreed_across"


def test_a_card_within_a_board_is_agreed_to_as_before(chain: Chain) -> None:
    ref = carded(chain)
    actions.agree_card(ref=ref, **chain.by("employee"))
    assert Fact.objects.order_by("-number")[0].verb == "missions.agreed"
    assert Card.objects.get().holder_agreed_at is not None


def test_a_plan_begins_as_a_draft_on_its_page_and_is_settled_there(chain: Chain, client_as: As) -> None:
    client, url = client_as("manager"), reverse("missions:new", args=["unit_plan", chain.unit])
    assert 'name="draft"' in client.get(url).content.decode()
    typed = {"title": "Ny", "text": "x", "stands": "x", "how": "x", "serves": [chain.goal], "draft": "on"}
    made = client.post(url, typed).headers["Location"]
    text = client.get(made).content.decode()
    assert "Det är ett utkast" in text
    assert client_as(OTHER_BOARD).get(made).status_code == 404
    ref = Node.objects.get(kind="unit_plan", title="Ny").ref
    assert client.post(reverse("missions:settle_plan", args=[ref])).status_code == 303
    assert client_as(OTHER_BOARD).get(made).status_code == 200
    refused = client.post(reverse("missions:settle_plan", args=[ref]))
    assert refused.status_code == 422
    assert "redan fastställ" in refused.content.decode()


def test_R15_the_form_says_what_it_means_and_needs_a_tick(chain: Chain, client_as: As) -> None:
    ref = draft(chain)
    client, url = client_as("manager"), reverse("missions:dispatch", args=[ref])
    assert "Detta expedierar handlingen" in client.get(url).content.decode()
    assert client.post(url, {"to": school(chain)}).status_code == 422
    assert not Reader.objects.filter(node__ref=ref).exists()
    assert client.post(url, {"to": school(chain), "sure": "on"}).status_code == 303
    received = client_as(OTHER_BOARD).get(reverse("missions:aim", args=[ref])).content.decode()
    assert "inkommen handling" in received
    assert client_as("employee").get(url).status_code == 404
    assert "visats för" in client.get(reverse("missions:change", args=[ref])).content.decode()


def test_letting_a_draft_go_asks_for_a_reason(chain: Chain, client_as: As) -> None:
    ref = draft(chain)
    url = reverse("missions:stop", args=[ref])
    assert client_as("manager").post(url, {"reason": ""}).status_code == 422
    assert client_as("manager").post(url, {"reason": "Behövs inte"}).status_code == 303


def test_what_was_said_before_stays_readable_when_a_plan_is_settled_later(chain: Chain) -> None:
    ref = draft(chain)
    actions.settle_plan(ref=ref, **chain.by("manager"))
    later = chain.by("manager") | {"now": chain.now + timedelta(days=3)}
    talk = actions.hold(ref=ref, held_on=chain.now.date(), **MET, **later)
    assert Node.objects.get(ref=talk).audience == "city"


def test_a_draft_is_in_nobody_else_s_picture_of_the_city(chain: Chain) -> None:
    ref = draft(chain)
    assert ref in thread.fabric(viewer=chain.viewer("employee")).refs
    assert ref not in thread.fabric(viewer=chain.viewer(OTHER_BOARD)).refs
    spin.show(node=Node.objects.get(ref=ref), to=chain.city.authorities["school_board"].pk)
    assert ref in thread.fabric(viewer=chain.viewer(OTHER_BOARD)).refs
