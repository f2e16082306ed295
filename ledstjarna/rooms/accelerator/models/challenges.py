"""Challenges and ideas, and who is in a thing."""

from django.db import models

from ledstjarna.people.models import Person, Unit
from ledstjarna.rooms.accelerator.room import Inlet, Part
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


class Member(models.Model):
    """Somebody who is in an idea, an entry or an initiative; named to others only by their own word."""

    node = models.ForeignKey(Node, models.CASCADE, related_name="members")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    part = models.CharField(max_length=8, choices=Part)
    named = models.BooleanField(default=False)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("node", "person"), name="member_once"),)
