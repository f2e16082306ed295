"""Signals from outside, the readings of them, and the small parries that they met."""

from django.db import models

from ledstjarna.people.models import Person, Unit
from ledstjarna.rooms.horizon.room import Course, Sort, Strength, Surety
from ledstjarna.thread.models import Node


class Signal(models.Model):
    """Something seen outside that may come to matter here; `settled_on` is the day of its latest reading."""

    node = models.OneToOneField(Node, models.PROTECT, primary_key=True)
    sort = models.CharField(max_length=10, choices=Sort)
    text = models.TextField()
    seen_in = models.CharField(max_length=200)
    link = models.CharField(max_length=500, blank=True)
    noticed_on = models.DateField(db_index=True)
    noticed_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    course = models.CharField(max_length=10, choices=Course, default=Course.NEW)
    settled_on = models.DateField(null=True)


class Reading(models.Model):
    """A signal read together on a day: who took part by number or group, and what they thought."""

    node = models.OneToOneField(Node, models.PROTECT, primary_key=True)
    signal = models.ForeignKey(Signal, models.PROTECT, related_name="readings")
    held_on = models.DateField()
    met = models.CharField(max_length=200)
    thinks = models.TextField()
    strength = models.CharField(max_length=10, choices=Strength)
    surety = models.CharField(max_length=10, choices=Surety)
    course = models.CharField(max_length=10, choices=Course)


class Parry(models.Model):
    """A small test begun because of a signal, somewhere, on a day."""

    node = models.OneToOneField(Node, models.PROTECT, primary_key=True)
    signal = models.ForeignKey(Signal, models.PROTECT, related_name="parries")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    begun_on = models.DateField()
    text = models.TextField()


class Group(models.Model):
    """The unit whose people read signals together; one row."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
