"""What is in the way: obstacles with their answers and turns, and the letterbox of those without a name.

Nothing here has a time finer than a day, so that no row tells when somebody sat down to write (T2).
"""

from django.db import models

from ledstjarna.people.models import Person, Unit
from ledstjarna.rooms.obstacles.room import Ending, Post, State, Step
from ledstjarna.thread.models import Node, new_ref


class Desk(models.Model):
    """A function that removes obstacles of one sort wherever they are: HR, IT, premises.

    `days` is how many working days an answer is promised in.
    """

    name = models.CharField(max_length=80, unique=True)
    name_en = models.CharField(max_length=80, blank=True)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    days = models.PositiveSmallIntegerField(default=10)


class Obstacle(models.Model):
    """Something in the way of somebody's work, whose answer is promised by a day.

    `asked_by` is nobody where it was reported without a name; `key` is then the hash of the secret by which
    the one who reported it comes back. `salt` keys the ticks of others; it goes when the obstacle is closed.
    """

    node = models.OneToOneField(Node, models.PROTECT, primary_key=True)
    text = models.TextField()
    where = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    receiver = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    key = models.CharField(max_length=64, blank=True)
    sealed = models.BooleanField(default=False)
    reported_on = models.DateField(db_index=True)
    promised = models.DateField()
    by_day = models.DateField(null=True)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    ending = models.CharField(max_length=10, choices=Ending, blank=True)
    reopened = models.BooleanField(default=False)
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    answered_on = models.DateField(null=True)
    reminded_on = models.DateField(null=True)
    echoes = models.PositiveIntegerField(default=0)
    salt = models.BinaryField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("key",), condition=~models.Q(key=""), name="obstacle_key_once"),
        )
        indexes = (
            models.Index(fields=("receiver", "state", "promised"), name="obstacle_waits"),
            models.Index(
                fields=("answered_on",),
                condition=models.Q(ending="", answered_on__isnull=False),
                name="obstacle_unsaid",
            ),
        )


class Turn(models.Model):
    """Something that happened to an obstacle on its way, on a day, with its reason or words."""

    obstacle = models.ForeignKey(Obstacle, models.CASCADE, related_name="turns")
    sort = models.CharField(max_length=10, choices=Step)
    on = models.DateField()
    text = models.TextField(blank=True)
    outcome = models.CharField(max_length=10, choices=State, blank=True)
    until = models.DateField(null=True)
    giver = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    taker = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")


class Echo(models.Model):
    """“For us too”: one tick by a key that leads to nobody once the obstacle is closed."""

    obstacle = models.ForeignKey(Obstacle, models.CASCADE, related_name="ticks")
    key = models.CharField(max_length=64)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("obstacle", "key"), name="echo_once"),)


class Letter(models.Model):
    """Something without a name that waits for the next day, when the letterbox is emptied in random order."""

    ref = models.CharField(max_length=16, primary_key=True, default=new_ref)
    sort = models.CharField(max_length=6, choices=Post)
    key = models.CharField(max_length=64, db_index=True)
    obstacle = models.ForeignKey(Obstacle, models.CASCADE, null=True, related_name="letters")
    posted_on = models.DateField()
    text = models.TextField(blank=True)
    where = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    receiver = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    sealed = models.BooleanField(default=False)
    promised = models.DateField(null=True)
    hinders = models.JSONField(default=list)
