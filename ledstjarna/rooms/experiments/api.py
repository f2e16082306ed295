"""The experiments room's JSON door."""

from ledstjarna.web.api import Read, Write

API: list[Read | Write] = []
