"""What a vision is found with: visions, rounds, statements, ballots, areas, shifts, endorsements."""

from django.db import models

from ledstjarna.people.models import Party, Person
from ledstjarna.rooms.vision.room import Origin, Phase, Stance, Standing
from ledstjarna.thread.models import Node


class Vision(models.Model):
    """Where the city is going; a draft until the council has decided."""

    node = models.OneToOneField(Node, models.PROTECT, primary_key=True)
    horizon = models.PositiveSmallIntegerField()
    name_en = models.CharField(max_length=200, blank=True)
    intro = models.TextField(blank=True)
    intro_en = models.TextField(blank=True)
    decided_on = models.DateField(null=True)
    reference = models.CharField(max_length=100, blank=True)
    votes_for = models.PositiveSmallIntegerField(null=True)
    votes_against = models.PositiveSmallIntegerField(null=True)
    abstained = models.PositiveSmallIntegerField(null=True)
    elected_on = models.DateField(null=True)


class Round(models.Model):
    """One way through from collecting statements to a decision.

    `secret` is what ballots are keyed with; the round's close destroys it. `labels` names the
    coarsened traits that ballots carry, `counted` is the version of the figures that are shown.
    """

    node = models.OneToOneField(Node, models.PROTECT, primary_key=True)
    vision = models.ForeignKey(Vision, models.PROTECT, related_name="rounds")
    question = models.TextField()
    phase = models.CharField(max_length=10, choices=Phase, default=Phase.COLLECT)
    paused = models.BooleanField(default=False)
    imported = models.BooleanField(default=False)
    opened_at = models.DateTimeField()
    until = models.DateField(null=True)
    open_to_public = models.BooleanField(default=False)
    threshold = models.PositiveSmallIntegerField(default=7)
    secret = models.BinaryField(null=True)
    labels = models.JSONField(default=dict)
    counted = models.PositiveIntegerField(default=0)
    closed_at = models.DateTimeField(null=True)


class Statement(models.Model):
    """One sentence to take a stand on; `slot` is its place in every ballot of the round."""

    node = models.OneToOneField(Node, models.PROTECT, primary_key=True)
    round = models.ForeignKey(Round, models.PROTECT, related_name="statements")
    slot = models.PositiveIntegerField()
    text = models.CharField(max_length=1000)
    seeded = models.BooleanField(default=False)
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.WAITING)
    reason = models.CharField(max_length=300, blank=True)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="merged")
    author = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    number = models.CharField(max_length=20, blank=True)
    said_on = models.DateField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("round", "slot"), name="statement_slot_once"),)


class Ballot(models.Model):
    """All that one voter has said in a round, by a key that leads to nobody.

    `values` holds a byte a slot (1 agree, 255 disagree, 0 pass, 128 not seen) and `days` two bytes a
    slot, the day since the round opened. `shown_values` and `shown_days` are the same as they stood
    when this ballot was last counted together with enough others.
    """

    round = models.ForeignKey(Round, models.CASCADE, related_name="ballots")
    key = models.CharField(max_length=64)
    origin = models.CharField(max_length=6, choices=Origin)
    department = models.SmallIntegerField(default=-1)
    role = models.SmallIntegerField(default=-1)
    party = models.SmallIntegerField(default=-1)
    values = models.BinaryField(default=bytes)
    days = models.BinaryField(default=bytes)
    fresh = models.BooleanField(default=False)
    shown_values = models.BinaryField(default=bytes)
    shown_days = models.BinaryField(default=bytes)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("round", "key"), name="ballot_once"),)
        indexes = (models.Index(fields=("round",), condition=models.Q(fresh=True), name="ballot_fresh"),)


class Turn(models.Model):
    """Why a round was prolonged, paused, reopened or moved on, in the opener's words."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="turns")
    at = models.DateTimeField()
    verb = models.CharField(max_length=60)
    reason = models.CharField(max_length=500)


class Area(models.Model):
    """A part of the vision, grown from statements that unite."""

    node = models.OneToOneField(Node, models.PROTECT, primary_key=True)
    vision = models.ForeignKey(Vision, models.PROTECT, related_name="areas")
    order = models.PositiveSmallIntegerField()
    title_en = models.CharField(max_length=200, blank=True)
    text = models.TextField(blank=True)
    text_en = models.TextField(blank=True)


class Shift(models.Model):
    """A movement that the vision asks for: from something, to something."""

    node = models.OneToOneField(Node, models.PROTECT, primary_key=True)
    vision = models.ForeignKey(Vision, models.PROTECT, related_name="shifts")
    order = models.PositiveSmallIntegerField()
    origin = models.CharField(max_length=80)
    goal = models.CharField(max_length=80)
    origin_en = models.CharField(max_length=80, blank=True)
    goal_en = models.CharField(max_length=80, blank=True)


class Version(models.Model):
    """The draft as it stood when somebody kept it."""

    vision = models.ForeignKey(Vision, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    note = models.CharField(max_length=200)
    made_at = models.DateTimeField()
    body = models.JSONField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("vision", "number"), name="version_once"),)


class Endorsement(models.Model):
    """What a party says of the vision, in its own words, on a day, by a spokesperson."""

    node = models.OneToOneField(Node, models.PROTECT, primary_key=True)
    vision = models.ForeignKey(Vision, models.PROTECT, related_name="endorsements")
    party = models.ForeignKey(Party, models.PROTECT, related_name="+")
    stance = models.CharField(max_length=12, choices=Stance)
    words = models.TextField()
    spokesperson = models.ForeignKey(Person, models.PROTECT, related_name="+")
    said_on = models.DateField()
    replaced_by = models.OneToOneField("self", models.PROTECT, null=True, related_name="replaces")
