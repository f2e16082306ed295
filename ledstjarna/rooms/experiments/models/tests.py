"""A small test, who is in it and where, and what is observed."""

from django.db import models

from ledstjarna.people.models import Person, Unit
from ledstjarna.rooms.experiments.room import Better, Design, Group, Learning, Setting, Sort, Stage, Verdict
from ledstjarna.thread.models import Node


class Experiment(models.Model):
    """A small test: its node's title says in a few words what is tried.

    `worth` is the smallest change worth having and `usual` the level before, the former as a share of the
    latter; `steady` is the level's usual coming and going, and `weekly` how many observations a week gives.
    The change begins after `quiet` of the sprint's `days`, which are counted as usual. The rule is `worth`,
    with `scale_if`, `stop_if` and `otherwise` where the team has words of its own; the start locks it.
    `verdict` tells what becomes of what was tried and `learning` how much was learnt. A test that is
    cancelled keeps in `progress` how many per cent of its days it had run.
    """

    node = models.OneToOneField(Node, models.PROTECT, primary_key=True)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="experiments")
    made_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    need = models.TextField()
    whom = models.CharField(max_length=300)
    change = models.TextField()
    guess = models.TextField(blank=True)
    group = models.CharField(max_length=12, choices=Group, blank=True, db_index=True)
    setting = models.CharField(max_length=12, choices=Setting, blank=True, db_index=True)

    measure = models.CharField(max_length=200)
    sort = models.CharField(max_length=8, choices=Sort)
    better = models.CharField(max_length=4, choices=Better, default=Better.UP)
    usual = models.FloatField(null=True)
    steady = models.FloatField(null=True)
    weekly = models.PositiveIntegerField(default=5)
    worth = models.FloatField(default=0.2)
    design = models.CharField(max_length=12, choices=Design, default=Design.SERIES)
    seed = models.PositiveIntegerField(default=0)

    scale_if = models.CharField(max_length=500, blank=True)
    stop_if = models.CharField(max_length=500, blank=True)
    otherwise = models.CharField(max_length=500, blank=True)
    days = models.PositiveSmallIntegerField(default=14)
    quiet = models.PositiveSmallIntegerField(default=5)
    hours = models.FloatField(null=True)
    kronor = models.PositiveIntegerField(null=True)

    stage = models.CharField(max_length=10, choices=Stage, default=Stage.SKETCH, db_index=True)
    begins = models.DateField(null=True)
    ends = models.DateField(null=True)
    number = models.PositiveSmallIntegerField(default=1)
    adopts = models.ForeignKey("Lesson", models.PROTECT, null=True, related_name="tests")
    adaptation = models.TextField(blank=True)

    verdict = models.CharField(max_length=10, choices=Verdict, blank=True, db_index=True)
    reason = models.TextField(blank=True)
    learning = models.CharField(max_length=8, choices=Learning, blank=True)
    learnt = models.TextField(blank=True)
    hours_used = models.FloatField(null=True)
    kronor_used = models.PositiveIntegerField(null=True)
    progress = models.PositiveSmallIntegerField(null=True)
    concluded_at = models.DateTimeField(null=True)


class Member(models.Model):
    """Somebody who is in a test, by their own ticking in."""

    experiment = models.ForeignKey(Experiment, models.CASCADE, related_name="members")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    since = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("experiment", "person"), name="test_member_once"),)


class Site(models.Model):
    """A place in a test: when it begins, or with whom it is paired and whether it has the change."""

    experiment = models.ForeignKey(Experiment, models.CASCADE, related_name="sites")
    name = models.CharField(max_length=100)
    pair = models.PositiveSmallIntegerField(null=True)
    having = models.BooleanField(null=True)
    begins = models.DateField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("experiment", "name"), name="site_once"),)


class Observation(models.Model):
    """What was seen on a day: `value` out of `many` times for yes or no, else the value itself.

    `having` says on which of two ways (without or with the change) where a test has two; the day tells
    before from after. It says nothing of who saw it, or when in the day (K5).
    """

    experiment = models.ForeignKey(Experiment, models.CASCADE, related_name="observations")
    on = models.DateField()
    value = models.FloatField()
    many = models.PositiveIntegerField(default=1)
    having = models.BooleanField(null=True)
    site = models.ForeignKey(Site, models.CASCADE, null=True, related_name="observations")

    class Meta:
        indexes = (models.Index(fields=("experiment", "on"), name="observation_day"),)


class Note(models.Model):
    """A line about what was seen on a day, by nobody in particular."""

    experiment = models.ForeignKey(Experiment, models.CASCADE, related_name="notes")
    on = models.DateField()
    text = models.CharField(max_length=1000)


class Sheet(models.Model):
    """A file of observations that has been read and waits to be confirmed; nothing is changed until it is."""

    experiment = models.ForeignKey(Experiment, models.CASCADE, related_name="sheets")
    name = models.CharField(max_length=200)
    rows = models.JSONField()
    wrong = models.JSONField(default=list)
    read_at = models.DateTimeField()
