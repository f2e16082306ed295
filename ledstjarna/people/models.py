"""Authorities, units, persons, employments, roles, parties and accounts."""

from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models

from ledstjarna.people.room import AuthorityKind, Role, UnitKind
from ledstjarna.thread.models import Node


class Authority(models.Model):
    """A board (nämnd) or a company: each its own authority before the law."""

    node = models.OneToOneField(Node, models.PROTECT, primary_key=True, related_name="as_authority")
    kind = models.CharField(max_length=10, choices=AuthorityKind)
    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=200)
    organisation_number = models.CharField(max_length=11, blank=True)
    ownership = models.PositiveSmallIntegerField(default=100)


class Unit(models.Model):
    """A place in the organisation's tree, valid from a day and perhaps to another."""

    node = models.OneToOneField(Node, models.PROTECT, primary_key=True)
    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=12, choices=UnitKind)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    authority = models.ForeignKey(Authority, models.PROTECT, null=True, related_name="units")
    department = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)


class Person(models.Model):
    """A person by an opaque number; a protected one is known to named handlers alone."""

    node = models.OneToOneField(Node, models.PROTECT, primary_key=True)
    number = models.CharField(max_length=40, unique=True)
    given = models.CharField(max_length=100)
    family = models.CharField(max_length=100)
    email = models.CharField(max_length=254, blank=True)
    alias = models.CharField(max_length=100, blank=True)
    protected = models.BooleanField(default=False)

    @property
    def name(self) -> str:
        """Given and family name."""
        return f"{self.given} {self.family}".strip()


class Employment(models.Model):
    """Somebody's work in a unit, under a manager, from a day and perhaps to another."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="employments")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="employments")
    title = models.CharField(max_length=200)
    category = models.CharField(max_length=40, blank=True)
    manager = models.ForeignKey(Person, models.PROTECT, null=True, related_name="staff")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)


class Party(models.Model):
    """A party in the city council."""

    node = models.OneToOneField(Node, models.PROTECT, primary_key=True)
    code = models.CharField(max_length=10, unique=True)
    name = models.CharField(max_length=100)
    seats = models.PositiveSmallIntegerField(default=0)
    majority = models.BooleanField(default=False)


class RoleAssignment(models.Model):
    """A role held by a person for a scope and a time, and who gave it."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="roles")
    role = models.CharField(max_length=20, choices=Role)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True)
    authority = models.ForeignKey(Authority, models.PROTECT, null=True)
    party = models.ForeignKey(Party, models.PROTECT, null=True, related_name="members")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    granted_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")


class Account(AbstractUser):
    """A way to sign in as a person."""

    username = None  # type: ignore[assignment]  # the e-mail address is the name to sign in with
    first_name = None  # type: ignore[assignment]  # names belong to the person
    last_name = None  # type: ignore[assignment]
    email = models.EmailField(unique=True)
    person = models.OneToOneField(Person, models.PROTECT, null=True, related_name="account")

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []


class Intake(models.Model):
    """An organisation file read and compared, waiting to be confirmed."""

    node = models.OneToOneField(Node, models.PROTECT, primary_key=True)
    name = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    rows = models.JSONField()
    made_by = models.ForeignKey(Person, models.PROTECT, null=True)
    made_at = models.DateTimeField()
    job = models.UUIDField(null=True)
    done_at = models.DateTimeField(null=True)
