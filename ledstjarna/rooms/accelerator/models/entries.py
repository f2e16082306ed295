"""Entries, what they answer, and how they are assessed and decided."""

from django.db import models

from ledstjarna.people.models import Person, Unit
from ledstjarna.rooms.accelerator.models.calls import Call, Criterion, Question
from ledstjarna.rooms.accelerator.room import Outcome, Standing
from ledstjarna.thread.models import Node


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
