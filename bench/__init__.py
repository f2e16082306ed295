"""Measurements: `python -m bench.<engine>` prints tables. Tests borrow the planted worlds from here."""
