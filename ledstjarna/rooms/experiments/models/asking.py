"""What somebody asks of one other: may we decide this, and may we talk for twenty minutes."""

from django.db import models
from django.db.models import Q

from ledstjarna.people.models import Person
from ledstjarna.rooms.experiments.models.lessons import Lesson
from ledstjarna.rooms.experiments.models.tests import Experiment
from ledstjarna.rooms.experiments.room import Booking, Leave
from ledstjarna.thread.models import new_ref


class Asking(models.Model):
    """What somebody has asked a manager of a sketch, the day of the promised answer, and the answer."""

    experiment = models.OneToOneField(Experiment, models.CASCADE, primary_key=True, related_name="asking")
    asker = models.ForeignKey(Person, models.PROTECT, related_name="+")
    manager = models.ForeignKey(Person, models.PROTECT, related_name="+")
    asked_on = models.DateField()
    promised = models.DateField()
    answered_on = models.DateField(null=True)
    answer = models.CharField(max_length=8, choices=Leave, blank=True)
    words = models.CharField(max_length=500, blank=True)


class Call(models.Model):
    """Twenty minutes about a lesson between one who asks and one who can be asked; only the two see it (K3).

    It is no node and no fact: who talks with whom is nobody else's business. `times` are the moments that
    were proposed, `at` the one that was picked, `place` a number or a link, and `words` what was said instead
    of picking. After `until` the row is forgotten.
    """

    ref = models.CharField(max_length=16, unique=True, default=new_ref, editable=False)
    lesson = models.ForeignKey(Lesson, models.CASCADE, related_name="calls")
    asker = models.ForeignKey(Person, models.CASCADE, related_name="+")
    guide = models.ForeignKey(Person, models.CASCADE, related_name="+")
    state = models.CharField(max_length=10, choices=Booking, default=Booking.ASKED)
    wish = models.CharField(max_length=300, blank=True)
    times = models.JSONField(default=list)
    words = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField(null=True)
    place = models.CharField(max_length=200, blank=True)
    until = models.DateField(db_index=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("lesson", "asker", "guide"),
                condition=~Q(state="cancelled"),
                name="call_one_at_a_time",
            ),
        )
