"""What the accelerator keeps: challenges, ideas, calls, entries, assessments and initiatives."""

from django.db import models

from ledstjarna.people.models import Person, Unit
from ledstjarna.rooms.accelerator.room import (
    Inlet,
    Money,
    Outcome,
    Part,
    Result,
    Sort,
    Stage,
    Standing,
    State,
    Step,
)
from ledstjarna.thread.models import Node


class Challenge(models.Model):
    """Something that the city does not know how to do yet; contacts are posts, never names."""

    node = models.OneToOneField(Node, models.PROTECT, primary_key=True)
    preamble = models.TextField()
    focus = models.TextField(blank=True)
    category = models.CharField(max_length=100, blank=True)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    contacts = models.TextField(blank=True)
    set_at = models.DateTimeField()


class Idea(models.Model):
    """A thought that somebody has had; who it was is said where they wish it."""

    node = models.OneToOneField(Node, models.PROTECT, primary_key=True)
    text = models.TextField()
    inlet = models.CharField(max_length=12, choices=Inlet)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    told_at = models.DateTimeField()


class Call(models.Model):
    """An invitation to enter, with its days, its form and what entries are weighed by.

    The day on which the decision is promised is its node's `due` until it is decided.
    """

    node = models.OneToOneField(Node, models.PROTECT, primary_key=True)
    text = models.TextField()
    inlet = models.CharField(max_length=12, choices=Inlet)
    stage = models.CharField(max_length=12, choices=Stage, default=Stage.DRAFT)
    opens = models.DateField()
    closes = models.DateField()
    decides = models.DateField()
    seats = models.PositiveSmallIntegerField()
    blind = models.BooleanField()
    open_entries = models.BooleanField()
    funds = models.PositiveIntegerField()
    released_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)


class Turn(models.Model):
    """Why a call was given more time, with its last day before and after, or why it was called off."""

    call = models.ForeignKey(Call, models.CASCADE, related_name="turns")
    at = models.DateTimeField()
    was = models.DateField(null=True)
    closes = models.DateField(null=True)
    decides = models.DateField(null=True)
    reason = models.CharField(max_length=500)


class Question(models.Model):
    """A question of a call's own form; `options` are lines."""

    call = models.ForeignKey(Call, models.CASCADE, related_name="questions")
    place = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=300)
    hint = models.CharField(max_length=300, blank=True)
    sort = models.CharField(max_length=8, choices=Sort)
    options = models.TextField(blank=True)
    needed = models.BooleanField()


class Criterion(models.Model):
    """What entries are weighed by, with words for both ends of the scale."""

    call = models.ForeignKey(Call, models.CASCADE, related_name="criteria")
    place = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    low = models.CharField(max_length=300)
    high = models.CharField(max_length=300)
    weight = models.PositiveSmallIntegerField()


class Entry(models.Model):
    """What was entered in a call, and what was decided of it and why."""

    node = models.OneToOneField(Node, models.PROTECT, primary_key=True)
    call = models.ForeignKey(Call, models.PROTECT, related_name="entries")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.DRAFT)
    begun_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    reason = models.TextField(blank=True)
    amount = models.PositiveIntegerField(default=0)


class Answer(models.Model):
    """What an entry answers to a question."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="answers")
    question = models.ForeignKey(Question, models.CASCADE, related_name="+")
    text = models.TextField(blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("entry", "question"), name="answer_once"),)


class Member(models.Model):
    """Somebody who is in an idea, an entry or an initiative; named to others only by their own word."""

    node = models.ForeignKey(Node, models.CASCADE, related_name="members")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    part = models.CharField(max_length=8, choices=Part)
    named = models.BooleanField(default=False)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("node", "person"), name="member_once"),)


class Assessor(models.Model):
    """A person who assesses in a call."""

    call = models.ForeignKey(Call, models.CASCADE, related_name="assessors")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("call", "person"), name="assessor_once"),)


class Declared(models.Model):
    """That an assessor has said that they are too close to an entry; never why."""

    assessor = models.ForeignKey(Assessor, models.CASCADE, related_name="declared")
    entry = models.ForeignKey(Entry, models.CASCADE, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("assessor", "entry"), name="declared_once"),)


class Copy(models.Model):
    """An entry with names taken out: what assessors of a blind call read instead of it."""

    entry = models.OneToOneField(Entry, models.CASCADE, primary_key=True, related_name="copy")
    title = models.CharField(max_length=300)
    answers = models.JSONField()
    mended = models.BooleanField(default=False)


class Seat(models.Model):
    """That an assessor is to assess an entry; `done_at` closes it for good."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="seats")
    assessor = models.ForeignKey(Assessor, models.PROTECT, related_name="seats")
    locked = models.BooleanField(default=False)
    done_at = models.DateTimeField(null=True)
    comment = models.TextField(blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("entry", "assessor"), name="seat_once"),)


class Score(models.Model):
    """What an assessor gave an entry by a criterion, from 1 to 5."""

    seat = models.ForeignKey(Seat, models.CASCADE, related_name="scores")
    criterion = models.ForeignKey(Criterion, models.PROTECT, related_name="+")
    value = models.PositiveSmallIntegerField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("seat", "criterion"), name="score_once"),)


class Initiative(models.Model):
    """An idea on its way through the four steps; `more` is what a register said beside.

    `key` tells it from others in the register it came from, and `digest` what its row last said.
    """

    node = models.OneToOneField(Node, models.PROTECT, primary_key=True)
    call = models.ForeignKey(Call, models.PROTECT, null=True, related_name="initiatives")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    step = models.PositiveSmallIntegerField(choices=Step, default=Step.IDEA)
    state = models.CharField(max_length=8, choices=State, default=State.RUNNING)
    what = models.TextField()
    reason = models.TextField(blank=True)
    how = models.TextField(blank=True)
    plan = models.TextField(blank=True)
    cost = models.PositiveIntegerField(null=True)
    group = models.TextField(blank=True)
    partners = models.TextField(blank=True)
    coach = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    latest = models.TextField(blank=True)
    obstacle = models.TextField(blank=True)
    why_stopped = models.TextField(blank=True)
    lesson = models.TextField(blank=True)
    begun_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    key = models.CharField(max_length=200, blank=True, db_index=True)
    digest = models.CharField(max_length=64, blank=True)
    more = models.JSONField(default=dict)


class EffectGoal(models.Model):
    """What is to be different: how it was, how it is to be, and how it became."""

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="goals")
    text = models.CharField(max_length=300)
    measured_in = models.CharField(max_length=60, blank=True)
    baseline = models.FloatField(null=True)
    target = models.FloatField(null=True)
    measured = models.FloatField(null=True)
    measured_on = models.DateField(null=True)
    comment = models.TextField(blank=True)


class Gate(models.Model):
    """What a gate came to, after which step, and why."""

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="gates")
    step = models.PositiveSmallIntegerField(choices=Step)
    result = models.CharField(max_length=8, choices=Result)
    reason = models.TextField()
    passed_at = models.DateTimeField()


class Fund(models.Model):
    """A sum granted, used or brought home, in kronor."""

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="funds")
    sort = models.CharField(max_length=8, choices=Money)
    amount = models.PositiveIntegerField()
    on = models.DateField(null=True)
    comment = models.CharField(max_length=300, blank=True)


class Register(models.Model):
    """An export of initiatives that was brought: its rows, until its columns are settled.

    `bad` are the rows that could not be read then, each with why, by a name with words elsewhere.
    """

    node = models.OneToOneField(Node, models.PROTECT, primary_key=True)
    header = models.JSONField()
    lines = models.JSONField()
    columns = models.JSONField()
    brought_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    made = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    bad = models.JSONField(default=list)
