"""What the thread is made of: nodes, strands between them, and facts about them."""

import secrets

from django.db import models

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"


def new_ref() -> str:
    """A random public name of ten characters that cannot be guessed and reads well aloud."""
    return "".join(secrets.choice(ALPHABET) for _ in range(10))


class Audience(models.TextChoices):
    """Who may read a node: classes K0 to K3 of confidentiality."""

    PUBLIC = "public"
    CITY = "city"
    AUTHORITY = "authority"
    NAMED = "named"


class Node(models.Model):
    """A named thing anywhere in the house.

    `born` is the moment of the fact that it came with. `ended` is when it stopped: it stays and can be
    read, but steers nobody. `due` is a day that was promised: an answer, a review.
    """

    ref = models.CharField(max_length=16, unique=True, default=new_ref, editable=False)
    kind = models.CharField(max_length=40, db_index=True)
    title = models.CharField(max_length=300)
    lang = models.CharField(max_length=2, blank=True)
    audience = models.CharField(max_length=10, choices=Audience, default=Audience.CITY)
    home = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="housed")
    authority = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="owned")
    born = models.DateTimeField(null=True, editable=False)
    ended = models.DateTimeField(null=True)
    due = models.DateField(null=True)

    class Meta:
        indexes = (models.Index(fields=("id",), condition=models.Q(born=None), name="node_unborn"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.ref}"


class Reader(models.Model):
    """Who may read a node beside its own: a person where its audience is named persons, and another board
    or company (its node) where its audience is an authority.
    """

    node = models.ForeignKey(Node, models.CASCADE, related_name="readers")
    person = models.ForeignKey(Node, models.CASCADE, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("node", "person"), name="reader_once"),)


class Strand(models.Model):
    """A typed tie between two nodes, read as a sentence: source, name, target.

    One that is cut stays as it was, with the moments of the facts that it came and went by.
    """

    source = models.ForeignKey(Node, models.CASCADE, related_name="outward")
    name = models.CharField(max_length=40)
    target = models.ForeignKey(Node, models.CASCADE, related_name="inward")
    since = models.DateTimeField(null=True, editable=False)
    until = models.DateTimeField(null=True, editable=False)
    cut = models.BooleanField(default=False)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("source", "name", "target"), condition=models.Q(cut=False), name="strand_once"
            ),
        )
        indexes = (
            models.Index(fields=("target", "name"), name="strand_target"),
            models.Index(fields=("source", "name"), name="strand_source"),
            models.Index(fields=("id",), condition=models.Q(since=None), name="strand_undated"),
            models.Index(fields=("id",), condition=models.Q(cut=True, until=None), name="strand_cutting"),
        )


class Promise(models.Model):
    """A day that was promised of a node, with the moments of the facts that it was made and ended by.

    `cut` says that it stands no longer: it was kept, or another day was promised instead.
    """

    node = models.ForeignKey(Node, models.CASCADE, related_name="promises")
    due = models.DateField()
    since = models.DateTimeField(null=True, editable=False)
    until = models.DateTimeField(null=True, editable=False)
    cut = models.BooleanField(default=False)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("node",), condition=models.Q(cut=False), name="promise_one_stands"
            ),
        )
        indexes = (
            models.Index(fields=("id",), condition=models.Q(since=None), name="promise_undated"),
            models.Index(fields=("id",), condition=models.Q(cut=True, until=None), name="promise_cutting"),
        )


class Fact(models.Model):
    """Something that happened; appended, never changed, and chained to the fact before it."""

    number = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField(db_index=True)
    who = models.ForeignKey(Node, models.PROTECT, null=True, related_name="did")
    verb = models.CharField(max_length=60)
    node = models.ForeignKey(Node, models.PROTECT, related_name="facts")
    other = models.ForeignKey(Node, models.PROTECT, null=True, related_name="+")
    hash = models.CharField(max_length=64)

    class Meta:
        indexes = (models.Index(fields=("node", "number"), name="fact_node"),)


class Tide(models.Model):
    """One row: the number and hash of the latest fact, which is the version of the whole city."""

    number = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="0" * 64)


class Words(models.Model):
    """The stemmed words by which a node is found."""

    node = models.OneToOneField(Node, models.CASCADE, primary_key=True, related_name="words")
    stems = models.TextField()
