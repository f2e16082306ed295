"""What can be done in the principles room."""

from ledstjarna.rooms.principles.actions.approaches import change_approach, set_approach
from ledstjarna.rooms.principles.actions.decisions import prepare
from ledstjarna.rooms.principles.actions.documents import change_document, set_document
from ledstjarna.rooms.principles.actions.shared import stop

__all__ = ["change_approach", "change_document", "prepare", "set_approach", "set_document", "stop"]
