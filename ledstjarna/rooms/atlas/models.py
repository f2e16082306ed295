"""What people have said of loose threads, and of what signals cost."""

from django.db import models

from ledstjarna.people.models import Person
from ledstjarna.thread.models import Node


class Dismissal(models.Model):
    """That a loose thread is no problem, and why; remembered until somebody takes it up again."""

    node = models.ForeignKey(Node, models.CASCADE, related_name="+")
    key = models.CharField(max_length=400, unique=True)
    reason = models.CharField(max_length=300)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()


class Estimate(models.Model):
    """How many minutes a year a signal of a kind costs each of those that it reaches."""

    kind = models.CharField(max_length=40, primary_key=True)
    minutes = models.PositiveIntegerField()


class Ceiling(models.Model):
    """How many signals are enough at a level."""

    level = models.CharField(max_length=10, primary_key=True)
    most = models.PositiveIntegerField()
