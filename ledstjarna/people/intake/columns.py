"""Which column holds what, guessed from the words in the header."""

from collections.abc import Sequence

from ledstjarna.plumbing import columns

FIELDS: dict[str, tuple[str, ...]] = {
    "number": (
        "anställningsnr",
        "anställningsnummer",
        "anst nr",
        "employee number",
        "employee id",
        "personalnummer",
    ),
    "given": ("förnamn", "tilltalsnamn", "given name", "first name"),
    "family": ("efternamn", "family name", "last name", "surname"),
    "email": ("e-post", "epost", "e-postadress", "mail", "email", "e-mail"),
    "title": ("befattning", "titel", "yrke", "title", "position", "job title"),
    "unit": ("enhetskod", "organisationskod", "org kod", "kostnadsställe", "unit code"),
    "unit_name": ("enhet", "enhetsnamn", "organisation", "arbetsplats", "unit", "unit name"),
    "department": ("förvaltning", "förvaltningsnamn", "bolag", "department"),
    "manager": (
        "chefens anställningsnr",
        "chef",
        "närmaste chef",
        "manager",
        "manager number",
        "chef anställningsnr",
    ),
    "valid_from": ("anställd från", "från", "fr o m", "startdatum", "from", "start date", "valid from"),
    "valid_to": ("anställd till", "till", "t o m", "slutdatum", "to", "end date", "valid to"),
    "protected": (
        "skyddad identitet",
        "sekretess",
        "skyddade personuppgifter",
        "protected",
        "protected identity",
    ),
}
"""What a row may say, and the words that headers say it with."""

REQUIRED = ("number", "given", "family", "unit")
SURE = 82


def guess(header: Sequence[str]) -> dict[str, int]:
    """The column of each field, best matches first; no column is taken twice, and poor matches not at all."""
    return columns.guess(header, FIELDS, SURE)
