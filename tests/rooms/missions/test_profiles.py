"""A profile of a post gives everybody with it a draft of a mission card, which each then makes their own."""

from typing import Any

import pytest

from ledstjarna.people.models import Employment
from ledstjarna.rooms.missions import actions, reads
from ledstjarna.rooms.missions.models import Card, Profile
from ledstjarna.thread.models import Fact, Reader, Strand
from ledstjarna.thread.reads import Missing, Refused
from tests.rooms.missions.conftest import CARD, Chain

BODY: dict[str, Any] = {
    key: CARD[key] for key in ("purpose", "whom", "contribution", "alone", "together", "asks")
}
NURSES = 6


def nurses(chain: Chain, many: int = NURSES) -> list[int]:
    """Let so many of those at home care have the same title, as the HR system writes it."""
    rows = Employment.objects.filter(unit=chain.city.units["home"], person__number__startswith="crowd")
    chosen = list(rows.order_by("pk").values_list("pk", flat=True)[:many])
    Employment.objects.filter(pk__in=chosen).update(title="Undersköterska")
    return list(Employment.objects.filter(pk__in=chosen).order_by("pk").values_list("person_id", flat=True))


def profiled(chain: Chain, role: str = "director", post: str = "undersköterska", **more: Any) -> str:
    ref = chain.city.units["care"].node.ref
    return actions.set_profile(ref=ref, post=post, serves=[chain.mission], **BODY, **more, **chain.by(role))


def test_everybody_with_the_post_gets_a_draft_that_the_two_sides_alone_can_read(chain: Chain) -> None:
    persons = nurses(chain)
    ref = profiled(chain, freely="Hur jag hälsar")
    assert actions.draft_cards(ref=ref, **chain.by("director")) == NURSES
    cards = Card.objects.select_related("node").order_by("holder_id")
    manager = chain.city.persons["manager"].pk
    assert [card.holder_id for card in cards] == sorted(persons)
    assert {(card.node.audience, card.manager_id, card.freely) for card in cards} == {
        ("named", manager, "Hur jag hälsar")
    }
    readers = Reader.objects.filter(node__kind="card").values_list("node_id", "person_id")
    assert set(readers) == {(card.pk, side) for card in cards for side in (card.holder_id, manager)}


def test_R3_a_draft_hangs_on_the_plan_nearest_to_its_holder(chain: Chain) -> None:
    nurses(chain)
    actions.draft_cards(ref=profiled(chain), **chain.by("director"))
    served = Strand.objects.filter(source__kind="card", name="serves", cut=False)
    assert set(served.values_list("target__ref", flat=True)) == {chain.plan}


def test_R3_where_there_is_no_plan_a_draft_hangs_on_what_its_profile_serves(chain: Chain) -> None:
    nurses(chain)
    actions.stop_aim(ref=chain.plan, reason="Klar", **chain.by("manager"))
    actions.draft_cards(ref=profiled(chain), **chain.by("director"))
    served = Strand.objects.filter(source__kind="card", name="serves", cut=False)
    assert set(served.values_list("target__ref", flat=True)) == {chain.mission}


def test_many_drafts_are_one_fact(chain: Chain) -> None:
    nurses(chain)
    ref = profiled(chain)
    before = Fact.objects.count()
    actions.draft_cards(ref=ref, **chain.by("director"))
    assert [fact.verb for fact in Fact.objects.order_by("number")[before:]] == ["missions.drafted"]


def test_a_card_that_somebody_has_is_never_overwritten(chain: Chain) -> None:
    mine, touched, agreed, *_rest = nurses(chain)
    own = actions.write_card(
        ref=Employment.objects.get(person_id=mine).person.node.ref, serves=[chain.plan], **CARD,
        **chain.by("manager"),
    )  # fmt: skip
    ref = profiled(chain)
    assert actions.draft_cards(ref=ref, **chain.by("director")) == NURSES - 1
    cards = {card.holder_id: card.node.ref for card in Card.objects.select_related("node")}
    changed = CARD | {"purpose": "Mitt eget"}
    actions.change_card(ref=cards[touched], why="Mitt", serves=[chain.plan], **changed, **chain.by("manager"))
    actions.agree_card(ref=cards[agreed], **chain.by("manager"))
    actions.change_profile(
        ref=ref, post="undersköterska", serves=[chain.mission], **(BODY | {"purpose": "Nytt"}),
        **chain.by("director"),
    )  # fmt: skip
    assert actions.draft_cards(ref=ref, **chain.by("director")) == NURSES - 3
    purposes = dict(Card.objects.values_list("node__ref", "purpose"))
    assert purposes[own] == CARD["purpose"]
    assert (purposes[cards[touched]], purposes[cards[agreed]]) == ("Mitt eget", BODY["purpose"])
    assert sorted(purposes.values()).count("Nytt") == NURSES - 3


def test_a_post_that_nobody_has_gives_no_drafts(chain: Chain) -> None:
    ref = profiled(chain, post="Trollkarl")
    with pytest.raises(Refused, match=r"^Nobody with that title"):
        actions.draft_cards(ref=ref, **chain.by("director"))


def test_a_post_has_one_profile_at_a_place_at_a_time(chain: Chain) -> None:
    ref = profiled(chain)
    with pytest.raises(Refused, match=r"^There is a profile of that post here already"):
        profiled(chain, "hr")
    actions.stop_profile(ref=ref, **chain.by("hr"))
    assert profiled(chain, "hr") != ref
    with pytest.raises(Refused, match=r"^It has been let go"):
        actions.draft_cards(ref=ref, **chain.by("director"))


@pytest.mark.parametrize("role", ["employee", "elected", "union", "communicator"])
def test_those_who_do_not_lead_there_word_no_profile(chain: Chain, role: str) -> None:
    with pytest.raises(Refused, match=r"^A profile is worded by those who lead"):
        profiled(chain, role)
    with pytest.raises(Missing):
        reads.profile_desk(ref=chain.unit, **chain.by(role))


def test_a_profile_tells_how_far_its_cards_have_come_only_where_many_have_the_post(chain: Chain) -> None:
    persons = nurses(chain)
    ref = profiled(chain)
    actions.draft_cards(ref=ref, **chain.by("director"))
    card = Card.objects.select_related("node").get(holder_id=persons[0])
    Card.objects.filter(pk=card.pk).update(holder_agreed_at=chain.now, manager_agreed_at=chain.now)
    page = reads.profile(ref=ref, **chain.by("employee"))
    assert (page.told, page.people, page.cards, page.agreed) == (True, NURSES, NURSES, 1)
    Employment.objects.filter(person_id__in=persons[:2]).update(title="Annat")
    assert not reads.profile(ref=ref, **chain.by("employee")).told


def test_profiles_are_found_by_post_and_by_unit(chain: Chain) -> None:
    ref = profiled(chain)
    assert [row.ref for row in reads.profiles(viewer=chain.viewer("employee"), query="sköterska").rows] == [
        ref
    ]
    assert [row.ref for row in reads.profiles(viewer=chain.viewer("employee"), query="Omsorg").rows] == [ref]
    assert reads.profiles(viewer=chain.viewer("employee"), query="skola").rows == ()
    with pytest.raises(Missing):
        reads.profiles(viewer=chain.viewer("resident"))


def test_a_manager_is_offered_their_own_unit_and_hr_the_departments(chain: Chain) -> None:
    def own(role: str) -> list[str]:
        return [spot.title for spot in reads.profiles(viewer=chain.viewer(role)).own]

    assert (own("manager"), own("employee")) == (["Hemtjänsten"], [])
    assert own("hr") == ["Hamnen", "Omsorgsförvaltningen", "Skolförvaltningen"]


def test_the_desk_offers_titles_most_common_first_and_numbers_only_the_many(chain: Chain) -> None:
    nurses(chain)
    desk = reads.profile_desk(ref=chain.unit, **chain.by("manager"))
    assert desk.posts[0] == ("Undersköterska", f"Undersköterska ({NURSES})")
    assert ("Employee", "Employee") in desk.posts
    again = reads.profile_desk(ref=profiled(chain), **chain.by("director"))
    assert (again.values["serves"], again.values["post"]) == ([chain.mission], "undersköterska")


def test_a_list_of_profiles_costs_the_same_however_long(chain: Chain, django_assert_num_queries: Any) -> None:
    for post in ("Ett", "Två", "Tre"):
        profiled(chain, post=post)
        with django_assert_num_queries(5):
            reads.profiles(viewer=chain.viewer("manager"))
    assert Profile.objects.count() == 3
