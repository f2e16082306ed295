"""What units do with lessons, whom they are offered, and those of other cities."""

from django.db import models

from ledstjarna.people.models import Person, Unit
from ledstjarna.rooms.experiments.models.lessons import Lesson
from ledstjarna.rooms.experiments.models.tests import Experiment
from ledstjarna.rooms.experiments.room import Uptake
from ledstjarna.thread.models import Node


class Adoption(models.Model):
    """What a unit does with a lesson, as it stands; `origin` is the unit that it learnt it from."""

    lesson = models.ForeignKey(Lesson, models.CASCADE, related_name="adoptions")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="adoptions")
    origin = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=10, choices=Uptake)
    since = models.DateField()
    because = models.CharField(max_length=500, blank=True)
    experiment = models.ForeignKey(Experiment, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("lesson", "unit"), name="adoption_once"),)
        indexes = (models.Index(fields=("state",), name="adoption_state"),)


class AdoptionStep(models.Model):
    """A step that a unit took with a lesson: its history, oldest first."""

    adoption = models.ForeignKey(Adoption, models.CASCADE, related_name="steps")
    state = models.CharField(max_length=10, choices=Uptake)
    on = models.DateField()
    because = models.CharField(max_length=500, blank=True)


class Offer(models.Model):
    """A lesson offered to a person, by what both have in common; `declined` teaches what to offer less of."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    lesson = models.ForeignKey(Lesson, models.CASCADE, related_name="offers")
    on = models.DateField()
    shared = models.JSONField(default=list)
    declined = models.BooleanField(default=False)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("person", "lesson"), name="offer_once"),)
        indexes = (models.Index(fields=("person", "on"), name="offer_month"),)


class Dealing(models.Model):
    """Somebody who is offered lessons month by month, since they asked once or try something."""

    person = models.OneToOneField(Person, models.CASCADE, primary_key=True, related_name="+")
    on = models.DateField(db_index=True)


class Feed(models.Model):
    """Another city's feed of lessons: its node's title is the city, and its host may be asked (T15).

    `trouble` is one word for why it could not be read the last time, empty where it could.
    """

    node = models.OneToOneField(Node, models.PROTECT, primary_key=True)
    url = models.CharField(max_length=500, unique=True)
    asked_at = models.DateTimeField(null=True)
    read_at = models.DateTimeField(null=True)
    trouble = models.CharField(max_length=20, blank=True)


class Foreign(models.Model):
    """A lesson of another city, as plain words; `mark` is what it is called there."""

    node = models.OneToOneField(Node, models.PROTECT, primary_key=True)
    feed = models.ForeignKey(Feed, models.PROTECT, related_name="lessons")
    mark = models.CharField(max_length=300)
    url = models.CharField(max_length=500, blank=True)
    text = models.TextField(blank=True)
    at = models.DateTimeField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("feed", "mark"), name="foreign_once"),)
