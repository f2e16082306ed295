"""Calls with their days, their form and what entries are weighed by."""

from django.db import models

from ledstjarna.rooms.accelerator.room import Inlet, Sort, Stage
from ledstjarna.thread.models import Node


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
