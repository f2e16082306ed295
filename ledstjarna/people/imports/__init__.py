"""Bringing in the organisation: a file is read and kept, shown, and taken in when it is confirmed."""

from ledstjarna.people.imports.confirming import confirm
from ledstjarna.people.imports.keeping import keep_file, keep_upload
from ledstjarna.people.imports.looking import Change, IntakePage, bad_rows, difference, intake_page, present
from ledstjarna.people.imports.taking import take_in
from ledstjarna.people.imports.words import LABELS, REASONS, FaultLine, told

__all__ = [
    "LABELS",
    "REASONS",
    "Change",
    "FaultLine",
    "IntakePage",
    "bad_rows",
    "confirm",
    "difference",
    "intake_page",
    "keep_file",
    "keep_upload",
    "present",
    "take_in",
    "told",
]
