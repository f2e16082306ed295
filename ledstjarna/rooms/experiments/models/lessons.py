"""Lessons, who can be asked about them, and how wordings stood."""

from django.db import models

from ledstjarna.people.models import Person, Unit
from ledstjarna.rooms.experiments.models.tests import Experiment
from ledstjarna.rooms.experiments.room import Group, Setting
from ledstjarna.thread.models import Node


class Lesson(models.Model):
    """What others can use: its node's title is the claim, its node's `due` the day it is best before."""

    node = models.OneToOneField(Node, models.PROTECT, primary_key=True)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="lessons")
    experiment = models.ForeignKey(Experiment, models.PROTECT, null=True, related_name="lessons")
    worked = models.TextField(blank=True)
    failed = models.TextField(blank=True)
    mechanism = models.TextField(blank=True)
    core = models.TextField(blank=True)
    adaptable = models.TextField(blank=True)
    group = models.CharField(max_length=12, choices=Group, blank=True, db_index=True)
    setting = models.CharField(max_length=12, choices=Setting, blank=True, db_index=True)
    hours = models.FloatField(null=True)
    kronor = models.PositiveIntegerField(null=True)
    number = models.PositiveSmallIntegerField(default=1)
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    renewed_on = models.DateField(null=True)
    retired_why = models.CharField(max_length=500, blank=True)


class Guide(models.Model):
    """Somebody who has said themselves that they can be asked about a lesson."""

    lesson = models.ForeignKey(Lesson, models.CASCADE, related_name="guides")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    since = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("lesson", "person"), name="guide_once"),)


class Wording(models.Model):
    """The rule of a test, or a lesson, as it stood before it was changed, and why it was."""

    node = models.ForeignKey(Node, models.CASCADE, related_name="+")
    number = models.PositiveSmallIntegerField()
    until = models.DateTimeField()
    why = models.CharField(max_length=300)
    text = models.TextField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("node", "number"), name="experiments_wording_once"),)
