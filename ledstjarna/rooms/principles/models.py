"""What decisions lean on: approaches, steering documents and their parts, and decisions being prepared."""

from django.db import models

from ledstjarna.people.models import Person
from ledstjarna.rooms.principles.room import Sort
from ledstjarna.thread.models import Node


class Approach(models.Model):
    """How we think about and act towards each other, and what it looks like when it is lived."""

    node = models.OneToOneField(Node, models.PROTECT, primary_key=True)
    text = models.TextField()
    employee = models.TextField()
    leader = models.TextField()
    place = models.PositiveSmallIntegerField(default=0)
    number = models.PositiveSmallIntegerField(default=1)
    set_at = models.DateTimeField()


class Document(models.Model):
    """A steering document; its text has a line beginning with `#` before each of its parts."""

    node = models.OneToOneField(Node, models.PROTECT, primary_key=True)
    sort = models.CharField(max_length=12, choices=Sort)
    decided_by = models.CharField(max_length=200)
    reference = models.CharField(max_length=100, blank=True)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    owner = models.CharField(max_length=200)
    text = models.TextField()
    number = models.PositiveSmallIntegerField(default=1)
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")


class Wording(models.Model):
    """An approach or a document as it stood before it was changed, and why it was."""

    node = models.ForeignKey(Node, models.CASCADE, related_name="wordings")
    number = models.PositiveSmallIntegerField()
    until = models.DateTimeField()
    why = models.CharField(max_length=300)
    text = models.TextField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("node", "number"), name="wording_once"),)


class Paragraph(models.Model):
    """A part of a document that others can lean on; it keeps its ref as long as its heading stands."""

    node = models.OneToOneField(Node, models.PROTECT, primary_key=True)
    document = models.ForeignKey(Document, models.PROTECT, related_name="paragraphs")
    place = models.PositiveSmallIntegerField()
    text = models.TextField(blank=True)


class Decision(models.Model):
    """A decision being prepared: what it is about, what it serves by strands, and what it costs."""

    node = models.OneToOneField(Node, models.PROTECT, primary_key=True)
    text = models.TextField()
    costs = models.TextField()
    drops = models.TextField(blank=True)
    reference = models.CharField(max_length=100, blank=True)
    met = models.JSONField(default=list)
    prepared_at = models.DateTimeField()
    prepared_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
