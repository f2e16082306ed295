"""Persons, units, roles and sign-in; the Viewer."""
