"""What may be asked of the principles room."""

from ledstjarna.rooms.principles.reads.approaches import (
    ApproachDesk,
    ApproachPage,
    ApproachRow,
    approach,
    approach_desk,
    approaches,
)
from ledstjarna.rooms.principles.reads.decisions import (
    DecisionDesk,
    DecisionPage,
    Met,
    decision,
    decision_desk,
    paper,
)
from ledstjarna.rooms.principles.reads.documents import (
    DocumentDesk,
    DocumentPage,
    DocumentRow,
    Home,
    ParagraphPage,
    PartRow,
    document,
    document_desk,
    home,
    paragraph,
)

__all__ = [
    "ApproachDesk",
    "ApproachPage",
    "ApproachRow",
    "DecisionDesk",
    "DecisionPage",
    "DocumentDesk",
    "DocumentPage",
    "DocumentRow",
    "Home",
    "Met",
    "ParagraphPage",
    "PartRow",
    "approach",
    "approach_desk",
    "approaches",
    "decision",
    "decision_desk",
    "document",
    "document_desk",
    "home",
    "paper",
    "paragraph",
]
