"""When a document leaves its own board or company, and who may let it (R15, Tryckfrihetsförordningen 2)."""


def is_dispatched(own: int | None, other: int | None) -> bool:
    """Whether what goes from one to the other crosses between authorities: each is its own before the law."""
    return own is not None and other is not None and own != other


def may_draft(authority: int | None, belongs_to: frozenset[int]) -> bool:
    """Who may begin with a draft: somebody of the board or company that alone reads it."""
    return authority is not None and authority in belongs_to
