"""What may be delegated, to whom, and until when it holds (R4, R5; Kommunallagen 6:37-38, 7:5-6)."""

import re
from datetime import date, timedelta

GROUP = (
    r",|;|/|&|\b(?:och|samt|eller|and|or|alla|all|grupp\w*|\w+gruppen|group|team\w*|\w+(?:arna|erna|orna))\b"
)
# What the law keeps with the board itself, and how it is commonly written in a register.
RESERVED = (
    (r"\b(?:mål|inriktning|omfattning|kvalitet)\w*\b.{0,40}\bverksamhet", "goals"),
    (r"\b(?:goals?|direction|scope|quality) of the (?:activit|operation|service)", "goals"),
    (r"\b(?:yttra|svar|framställning|skrivelse|remissvar)\w*\b.{0,20}\b(?:kommun)?fullmäktige", "council"),
    (r"\b(?:statement|reply|proposal)s? to the (?:city )?council", "council"),
    (r"\bprincipiell|\bstörre vikt\b|\bmatter of principle|\bgreater weight", "principle"),
    (r"\bmedborgarförslag|\bcitizens?[’']? proposal", "proposal"),
)
REPORT_DAYS = 30


def group_in(post: str) -> str:
    """The word by which a delegate is more than one post, or nothing (R4)."""
    hit = re.search(GROUP, post.strip(), re.IGNORECASE)
    return hit.group(0).strip() if hit else ""


def reserved_in(subject: str) -> tuple[str, str]:
    """The words of a subject that may never be delegated, and by which reservation; else two empty (R4)."""
    for pattern, name in RESERVED:
        if hit := re.search(pattern, subject, re.IGNORECASE):
            return hit.group(0).strip(), name
    return "", ""


def may_use(viewer_title: str, post: str, *, belongs: bool, clerk: bool) -> bool:
    """Who enters a decision: the one whose post it is, in that authority, or whoever keeps the register."""
    return clerk or (belongs and bool(post) and viewer_title.casefold() == post.casefold())


def report_by(decided: date) -> date:
    """The day by which a decision is reported to the board (R5)."""
    return decided + timedelta(days=REPORT_DAYS)


def is_in_force(begins: date, revoked: date | None, day: date) -> bool:
    """Whether a delegation held on a day; what was decided before it was revoked stands (R5)."""
    return begins <= day and (revoked is None or day < revoked)
