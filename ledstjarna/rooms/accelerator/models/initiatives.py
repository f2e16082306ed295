"""Initiatives on their four steps, and the registers they may come from."""

from django.db import models

from ledstjarna.people.models import Person, Unit
from ledstjarna.rooms.accelerator.models.calls import Call
from ledstjarna.rooms.accelerator.room import Money, Result, State, Step
from ledstjarna.thread.models import Node


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
