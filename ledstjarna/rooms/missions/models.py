"""What the city is steered by: aims and their versions, indicators, dialogues, looks around, questions."""

from django.db import models

from ledstjarna.people.models import Authority, Person, Unit
from ledstjarna.rooms.missions.room import Better, Fate, Nature, Pace, Part, Sight, Span
from ledstjarna.thread.models import Node


class Aim(models.Model):
    """What the city, a board, a company or a unit is there for or wants; its node's kind says which.

    `text` says it, `whom` for whom, `stands` where we are and `how` how we go about it. `target` is a
    goal's alone: there is none in a direction (R1). A plan begins as a `draft`, for its own board alone.
    """

    node = models.OneToOneField(Node, models.PROTECT, primary_key=True)
    authority = models.ForeignKey(Authority, models.PROTECT, null=True, related_name="aims")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="aims")
    text = models.TextField(blank=True)
    whom = models.CharField(max_length=300, blank=True)
    target = models.CharField(max_length=300, blank=True)
    stands = models.TextField(blank=True)
    how = models.TextField(blank=True)
    begins = models.DateField(null=True)
    ends = models.DateField(null=True)
    number = models.PositiveSmallIntegerField(default=1)
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    draft = models.BooleanField(default=False)
    settled_at = models.DateTimeField(null=True)
    stopped_why = models.CharField(max_length=500, blank=True)


class Version(models.Model):
    """An aim as it stood before it was changed, and why it was."""

    aim = models.ForeignKey(Aim, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    until = models.DateTimeField()
    why = models.CharField(max_length=300)
    body = models.JSONField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("aim", "number"), name="aim_version_once"),)


class Profile(models.Model):
    """What a post is there for, all over a part of the organisation: what drafts of cards are made from.

    `post` is the title of those employed for whom a draft is made, within `unit` and all that is part of it.
    """

    node = models.OneToOneField(Node, models.PROTECT, primary_key=True)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="profiles")
    post = models.CharField(max_length=200)
    purpose = models.TextField()
    whom = models.CharField(max_length=300)
    contribution = models.TextField()
    alone = models.TextField()
    freely = models.TextField(blank=True)
    together = models.TextField(blank=True)
    asks = models.TextField(blank=True)
    money = models.PositiveIntegerField(null=True)
    number = models.PositiveSmallIntegerField(default=1)
    set_at = models.DateTimeField()


class Card(models.Model):
    """What somebody is there for and may decide themselves; it holds when both sides have agreed.

    `alone` is what its holder decides, `freely` how they go about it without asking, `money` the limit in
    kronor that they decide within, where there is one. `profile` is what a draft was made from.
    """

    node = models.OneToOneField(Node, models.PROTECT, primary_key=True)
    profile = models.ForeignKey(Profile, models.PROTECT, null=True, related_name="cards")
    holder = models.ForeignKey(Person, models.PROTECT, related_name="cards")
    manager = models.ForeignKey(Person, models.PROTECT, related_name="+")
    purpose = models.TextField()
    whom = models.CharField(max_length=300)
    contribution = models.TextField()
    alone = models.TextField()
    freely = models.TextField(blank=True)
    together = models.TextField(blank=True)
    asks = models.TextField(blank=True)
    money = models.PositiveIntegerField(null=True)
    number = models.PositiveSmallIntegerField(default=1)
    set_at = models.DateTimeField()
    holder_agreed_at = models.DateTimeField(null=True)
    manager_agreed_at = models.DateTimeField(null=True)


class CardVersion(models.Model):
    """A card as it stood before it was changed, why it was, and whether both had agreed."""

    card = models.ForeignKey(Card, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    until = models.DateTimeField()
    why = models.CharField(max_length=300)
    agreed = models.BooleanField()
    body = models.JSONField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("card", "number"), name="card_version_once"),)


class Delegation(models.Model):
    """A right to decide in a board's place, given to one post; a company's is an instruction of its own."""

    node = models.OneToOneField(Node, models.PROTECT, primary_key=True)
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="delegations")
    item = models.CharField(max_length=20)
    subject = models.TextField()
    legal = models.CharField(max_length=200, blank=True)
    post = models.CharField(max_length=200)
    passes_on = models.BooleanField(default=False)
    limit = models.CharField(max_length=200, blank=True)
    begins = models.DateField()
    revoked_on = models.DateField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("authority", "item"),
                condition=models.Q(revoked_on=None),
                name="delegation_item_once",
            ),
        )


class Decision(models.Model):
    """A decision taken by delegation: it is the board's own, and is reported to it."""

    delegation = models.ForeignKey(Delegation, models.PROTECT, related_name="decisions")
    on = models.DateField()
    text = models.CharField(max_length=500)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    report_by = models.DateField()
    reported_on = models.DateField(null=True)


class Indicator(models.Model):
    """Something that can be followed in numbers."""

    node = models.OneToOneField(Node, models.PROTECT, primary_key=True)
    measured_in = models.CharField(max_length=60)
    origin = models.CharField(max_length=200, blank=True)
    better = models.CharField(max_length=8, choices=Better, default=Better.NEITHER)


class Reading(models.Model):
    """An indicator's figure for a day, with its interval where one is known."""

    indicator = models.ForeignKey(Indicator, models.CASCADE, related_name="readings")
    on = models.DateField()
    value = models.FloatField()
    low = models.FloatField(null=True)
    high = models.FloatField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("indicator", "on"), name="reading_once"),)


class Talk(models.Model):
    """A follow-up dialogue: who met, what was seen and learnt, what changes, when next."""

    node = models.OneToOneField(Node, models.PROTECT, primary_key=True)
    about = models.ForeignKey(Node, models.PROTECT, related_name="+")
    held_on = models.DateField()
    met = models.CharField(max_length=500)
    saw = models.TextField()
    learnt = models.TextField()
    changes = models.TextField(blank=True)
    next_on = models.DateField(null=True)
    kept_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")


class Outlook(models.Model):
    """Where we stand, or what is coming from outside: what plans lean on."""

    node = models.OneToOneField(Node, models.PROTECT, primary_key=True)
    sort = models.CharField(max_length=8, choices=Sight)
    text = models.TextField()
    seen_on = models.DateField()


class Question(models.Model):
    """A question with the day that an answer is promised, open to all parties alike.

    One about a mission card is between its two sides: `part` and `line` are then where on the card the answer
    belongs and how it would stand there, and `added_at` when it was put there.
    """

    node = models.OneToOneField(Node, models.PROTECT, primary_key=True)
    about = models.ForeignKey(Node, models.PROTECT, related_name="+")
    text = models.TextField()
    asked_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField()
    promised = models.DateField()
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    part = models.CharField(max_length=8, choices=Part, blank=True)
    line = models.CharField(max_length=300, blank=True)
    added_at = models.DateTimeField(null=True)


class Scorecard(models.Model):
    """A balanced scorecard that was brought in: its sheets until its columns are settled, then its goals."""

    node = models.OneToOneField(Node, models.PROTECT, primary_key=True)
    sheets = models.JSONField()
    columns = models.JSONField(default=dict)
    settled_at = models.DateTimeField(null=True)
    brought_at = models.DateTimeField()


class ScorecardGoal(models.Model):
    """A goal of a scorecard: what the row said, what it really is, and what becomes of it."""

    node = models.OneToOneField(Node, models.PROTECT, primary_key=True)
    scorecard = models.ForeignKey(Scorecard, models.PROTECT, related_name="goals")
    place = models.PositiveIntegerField()
    perspective = models.CharField(max_length=200, blank=True)
    measure = models.CharField(max_length=500, blank=True)
    target = models.CharField(max_length=300, blank=True)
    owner = models.CharField(max_length=200, blank=True)
    period = models.CharField(max_length=100, blank=True)
    outcome = models.CharField(max_length=300, blank=True)
    nature = models.CharField(max_length=12, choices=Nature)
    says = models.CharField(max_length=60, blank=True)
    likeness = models.PositiveIntegerField(default=0)
    fate = models.CharField(max_length=12, choices=Fate, default=Fate.WAITING)
    became = models.ForeignKey(Node, models.PROTECT, null=True, related_name="+")
    note = models.CharField(max_length=500, blank=True)
    fated_at = models.DateTimeField(null=True)


class Dispatch(models.Model):
    """That a draft was shown to another board or company (R15), and the words that it had then."""

    aim = models.ForeignKey(Aim, models.PROTECT, related_name="dispatches")
    to = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    body = models.JSONField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("aim", "to"), name="dispatch_once"),)


class Rhythm(models.Model):
    """How often a unit, a board or a company holds its follow-up dialogues; a reminder may be put off."""

    node = models.OneToOneField(Node, models.PROTECT, primary_key=True, related_name="+")
    every = models.CharField(max_length=10, choices=Pace, default=Pace.THIRD)
    later = models.DateField(null=True)


class Report(models.Model):
    """What was closed of a period's follow-up: a comment, and once it is settled the whole as it was then.

    There is no row before somebody has commented or settled: the report itself is read from traces.
    """

    node = models.OneToOneField(Node, models.PROTECT, primary_key=True)
    about = models.ForeignKey(Node, models.PROTECT, related_name="+")
    span = models.CharField(max_length=6, choices=Span)
    begins = models.DateField()
    ends = models.DateField()
    comment = models.TextField(blank=True)
    commented_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)
    body = models.JSONField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("about", "begins", "ends"), name="report_once"),)
