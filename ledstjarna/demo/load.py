"""Sundhamn replayed by calling the same actions as anybody does, with past dates."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

import numpy as np
from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from ledstjarna.demo import (
    accelerator,
    draft,
    experiments,
    faults,
    ground,
    horizon,
    mandates,
    obstacles,
    reports,
    scorecard,
    steering,
)
from ledstjarna.demo.city import city
from ledstjarna.demo.opinions import UNSEEN, opinions
from ledstjarna.demo.statements import LINES, OUT, TWINS
from ledstjarna.people import founding
from ledstjarna.people.models import Account, Employment, Person, RoleAssignment
from ledstjarna.people.room import Role
from ledstjarna.people.viewer import NOBODY, Viewer, steward, viewer_of
from ledstjarna.rooms.atlas import actions as atlas
from ledstjarna.rooms.vision import actions, rules
from ledstjarna.rooms.vision.models import Ballot, Round, Statement

Tell = Callable[[str, int, int], None]
QUESTION = "Vad ska vara sant i Sundhamn år 2040?"
RESIDENTS = 140
YEARS = {"start": 1010, "year3": 1010, "year7": 2555}  # days since the first round began


def load(stage: str, people: int | None, tell: Tell, now: datetime) -> None:
    """Make the city up to a stage; `people` makes it smaller, `tell` hears each step's progress."""
    since, began = date(2018, 1, 1), now - timedelta(days=YEARS[stage])
    organisation = city(scale=1.0 if people is None else people / 10400)
    tell("The organisation", 0, 1)
    founding.found(
        organisation=organisation, since=since, viewer=steward("", since), now=began - timedelta(days=90)
    )
    tell("The organisation", 1, 1)
    _accounts()
    _reckoned()
    if stage == "start":
        _gathered(people, tell, now, now - timedelta(days=400))
    else:
        _steered(people, tell, now, began)
    if stage == "year7":
        _tried(tell, now, began)
        _reckoned()
    _voting(people, tell, now)


def _accounts() -> None:
    """Somebody to sign in as for each role; nobody has a password until one is set."""
    with transaction.atomic():
        numbers = dict.fromkeys(
            row.person_id
            for role in Role.values
            for row in RoleAssignment.objects.filter(role=role, person__protected=False).order_by("pk")[:2]
        )
        # Of the opposition too, whose first member sits further down the list.
        other = RoleAssignment.objects.filter(
            role=Role.ELECTED, party__majority=False, person__protected=False
        )
        numbers |= dict.fromkeys(other.order_by("pk").values_list("person_id", flat=True)[:1])
        for person in Person.objects.filter(pk__in=numbers):
            account = Account(email=person.email, person=person)
            account.set_unusable_password()
            account.save()


def _holder(role: str, now: datetime, **more: object) -> Viewer:
    row = (
        RoleAssignment.objects.select_related("person__node").filter(role=role, **more).order_by("pk").first()
    )
    if row is None:
        raise LookupError(role)
    return viewer_of(row.person, timezone.localdate(now))


def _opened(question: str, name: str, horizon: int, began: datetime, director: Viewer) -> str:
    seeds = "\n".join(line.text for line in LINES if line.seeded)
    return actions.open_round(
        name=name,
        horizon=horizon,
        question=question,
        seeds=seeds,
        until=timezone.localdate(began) + timedelta(days=12),
        open_to_public=True,
        viewer=director,
        now=began,
    )


def _say(ref: str, began: datetime, tell: Tell, step: str) -> dict[str, str]:
    """Let people say their statements; returns the ref of each text."""
    on = timezone.localdate(began)
    rows = Employment.objects.select_related("person__node").order_by("pk")[100 : 100 + len(LINES)]
    speakers = [viewer_of(row.person, on) for row in rows if not row.person.protected]
    said = [line for line in LINES if not line.seeded]
    for n, line in enumerate(said):
        moment = began + timedelta(hours=2 * n + 1)
        actions.say(ref=ref, text=line.text, lang=line.lang, viewer=speakers[n % len(speakers)], now=moment)
        tell(step, n + 1, len(said))
    for text, _ in TWINS:
        actions.say(ref=ref, text=text, lang="sv", viewer=speakers[0], now=began + timedelta(days=10))
    rows_ = Statement.objects.filter(round__node__ref=ref).values_list("text", "node__ref")
    return dict(rows_)


def _tidy(ref: str, refs: dict[str, str], director: Viewer, speaker: Viewer, now: datetime) -> None:
    """Moderation: twins are joined, what names a person is taken out."""
    texts = [line.text for line in LINES]
    for text, place in TWINS:
        if place is not None:
            actions.merge(ref=refs[text], into=refs[texts[place]], viewer=director, now=now)
    for text, reason in OUT:
        out = actions.say(ref=ref, text=text, lang="sv", viewer=speaker, now=now)
        actions.moderate(ref=out, standing="out", reason=reason, viewer=director, now=now)


def _departments(round_: Round) -> tuple[list[str], list[str]]:
    """Everybody entitled: the key of their ballot and the code of their department."""
    works = Employment.objects.select_related("unit__department").order_by("pk")
    code = {row.person_id: (row.unit.department or row.unit).code for row in works}
    secret = bytes(round_.secret or b"") + settings.SECRET_KEY.encode()
    everybody = sorted(
        {*code, *RoleAssignment.objects.filter(role=Role.ELECTED).values_list("person_id", flat=True)}
    )
    return (
        [rules.key_of(secret, f"person:{person}") for person in everybody],
        [code.get(person, "") for person in everybody],
    )


def _cast(
    ref: str, texts: Sequence[str], voters: int, seed: int, tell: Tell, step: str, now: datetime
) -> None:
    """Many ballots at once, as a file of paper ballots would be read: the same bytes as by voting one by one."""
    round_ = Round.objects.get(node__ref=ref)
    keys, departments = _departments(round_)
    votes = opinions(LINES, departments, voters=voters, seed=seed)
    slot = dict(Statement.objects.filter(round=round_).values_list("text", "slot"))
    width = max(slot.values()) + 1
    place = [slot[text] for text in texts]
    values = np.full((len(keys), width), rules.MISSING, dtype=np.uint8)
    values[:, place] = np.where(votes.values == UNSEEN, rules.MISSING, votes.values.astype(np.uint8))
    days = np.zeros((len(keys), width), dtype="<u2")
    days[:, place] = votes.days + 12
    rows = dict(Ballot.objects.filter(round=round_).values_list("key", "pk"))
    spoke = [n for n, key in enumerate(keys) if key in rows and (values[n] != rules.MISSING).any()]
    for start in range(0, len(spoke), 500):
        part = [
            Ballot(pk=rows[keys[n]], values=values[n].tobytes(), days=days[n].tobytes(), fresh=True)
            for n in spoke[start : start + 500]
        ]
        with transaction.atomic():
            Ballot.objects.bulk_update(part, ["values", "days", "fresh"], batch_size=250)
        tell(step, min(start + 500, len(spoke)), len(spoke))
    actions.count(now=now)


def _residents(ref: str, texts: Sequence[str], now: datetime) -> None:
    """Some residents vote too, each from a browser of their own."""
    refs = dict(Statement.objects.filter(round__node__ref=ref).values_list("text", "node__ref"))
    votes = opinions(LINES, [""] * RESIDENTS, voters=RESIDENTS, seed=7).values
    for n in range(RESIDENTS):
        for column in np.flatnonzero(votes[n] != UNSEEN)[:4].tolist():
            actions.cast(
                ref=ref,
                statement=refs[texts[column]],
                choice=int(votes[n, column]),
                token=f"resident-{n}",
                viewer=NOBODY,
                now=now,
            )


def _voting(people: int | None, tell: Tell, now: datetime) -> None:
    """The round where everybody votes right now."""
    director = _holder("city_director", now)
    began = now - timedelta(days=40)
    ref = _opened(QUESTION, "Sundhamn 2040", 2040, began, director)
    refs = _say(ref, began, tell, "What people say")
    speaker = _holder("employee", now)
    _tidy(ref, refs, director, speaker, began + timedelta(days=11))
    end = timezone.localdate(now) + timedelta(days=10)
    actions.advance(ref=ref, until=end, viewer=director, now=began + timedelta(days=12))
    texts = [line.text for line in LINES]
    _cast(
        ref, texts, 6000 if people is None else round(people * 0.58), 2035, tell, "6,000 votes and more", now
    )
    _residents(ref, texts, now)
    actions.count(now=now)


def _gathered(people: int | None, tell: Tell, now: datetime, began: datetime) -> str:
    """An earlier round of the same kind that has come as far as the parties' endorsements."""
    director = _holder("city_director", now)
    ref = _opened("Hur ska Sundhamn möta havet?", "Havet och vi 2035", 2035, began, director)
    _say(ref, began, tell, "What people said last year")
    actions.advance(ref=ref, viewer=director, now=began + timedelta(days=12))
    texts = [line.text for line in LINES]
    _cast(ref, texts, 4200 if people is None else round(people * 0.4), 2031, tell, "Last year's votes", began)
    moment = began + timedelta(days=60)
    actions.advance(ref=ref, viewer=director, now=moment)
    draft.write(ref, director, moment)
    actions.advance(ref=ref, viewer=director, now=moment + timedelta(days=30))
    draft.endorse(ref, lambda **more: _holder("elected", now, **more), moment + timedelta(days=45))
    return ref


def _reckoned() -> None:
    """Let PostgreSQL count what has been laid, since it plans by what it knows and nothing has told it yet."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def _tried(tell: Tell, now: datetime, began: datetime) -> None:
    """What a city that has been steered by its vision for seven years has tried, met and learnt."""
    director = _holder("city_director", now)
    accelerator.fill(director, now, tell)
    _reckoned()
    experiments.fill(since=began + timedelta(days=400), now=now, tell=tell)
    obstacles.fill(now, tell)
    horizon.fill(now, tell)


def _steered(people: int | None, tell: Tell, now: datetime, began: datetime) -> None:
    """The vision was decided long ago, and the city has been steered by it since."""
    ref = _gathered(people, tell, now, began)
    director = _holder("city_director", now)
    decided = began + timedelta(days=130)
    actions.decide(
        ref=ref, decided_on=timezone.localdate(decided), reference=f"KF {decided.year} § 41", votes_for=57,
        votes_against=0, abstained=4, viewer=director, now=decided,
    )  # fmt: skip
    vision = Round.objects.select_related("vision__node").get(node__ref=ref).vision.node.ref
    since = decided + timedelta(days=20)
    approaches = ground.lay(vision, director, since, now)
    _reckoned()
    steering.steer(vision, approaches, director, since, now, tell)
    _reckoned()
    mandates.mandate(now, director, tell)
    _reckoned()
    faults.plant(vision, director, now)
    scorecard.retire(director, now)
    reports.settle(director, now)
    atlas.cap(level="unit", most=40, viewer=director, now=now - timedelta(days=100))
