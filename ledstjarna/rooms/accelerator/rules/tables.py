"""The export of a register of initiatives as a table: its columns, whatever they are called and in any order.

The fields are those of the city's own open register (domain.md 3.3). Named contacts, participants, files,
pictures and places on a map are left where they are: nobody has consented to having them here.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from ledstjarna.plumbing import columns

FIELDS: dict[str, tuple[str, ...]] = {
    "key": ("id", "uuid", "slug", "nyckel", "key"),
    "title": ("title", "rubrik", "titel", "namn", "initiativ", "name"),
    "what": ("what", "project what", "vad"),
    "reason": ("why", "project why", "varför"),
    "how": ("how", "project how", "hur"),
    "lesson": ("lessons learned", "lessons_learned", "lärdomar", "lärdom"),
    "status": ("status",),
    "progress": ("progress value", "progress_value", "status progress", "progress", "framdrift"),
    "earlier": ("previous status progress", "previous_status_progress_value", "tidigare framdrift"),
    "previous": ("previous status", "previous_status", "tidigare status"),
    "why_stopped": ("status explanation", "status_explanation", "statusförklaring", "förklaring av status"),
    "challenge": ("challenge", "utmaning"),
    "unit": ("organisation", "organization", "owner organisation", "förvaltning", "ägare"),
    "partners": ("partners", "samarbetspartners", "partner"),
    "cost": ("estimated budget", "estimated_budget", "beräknad budget", "budget"),
    "granted": ("funds granted", "funds_granted", "beviljade medel"),
    "used": ("funds used", "funds_used", "använda medel"),
    "goals": ("impact goals", "impact_goals", "effektmål"),
    "operation": ("operation", "verksamhet"),
    "operation_domain": ("operation domain", "operation_domain", "verksamhetsområde"),
    "sectors": ("sectors", "sector", "sektorer", "sektor"),
    "technologies": ("technologies", "technology", "tekniker", "teknik"),
    "impact": ("expected impact", "expected_impact", "förväntad effekt"),
    "potential": ("innovation potential", "innovation_potential", "innovationspotential"),
    "global_goals": ("global goals", "global_goals", "globala mål", "sdg"),
    "platforms": ("platforms", "platform", "plattformar"),
    "city_wide": ("city wide", "city_wide", "stadsövergripande"),
    "challenging": ("challenging core business", "challenging_core_business", "utmanar kärnverksamheten"),
    "internal": ("internal", "internt"),
    "residents": ("resident involvement", "resident_involvement", "invånarinvolvering"),
    "links": ("links", "länkar"),
}
SURE = 84


def columns_of(header: Sequence[str]) -> dict[str, int]:
    """The column of each field, as far as the header tells."""
    return columns.guess(header, FIELDS, SURE)


def table_of(text: str) -> tuple[tuple[str, ...], list[tuple[int, list[str]]]]:
    """A JSON export as a table: its keys in order of appearance, and a row for each object.

    Raises:
        ValueError: it is not a list of objects, nor an object that holds one.
    """
    read = json.loads(text)
    rows = read if isinstance(read, list) else _inner(read)
    if not rows or not all(isinstance(row, dict) for row in rows):
        raise ValueError("objects")
    flat = [_flat(row) for row in rows]
    header = tuple(dict.fromkeys(name for row in flat for name in row))
    return header, [(n, [row.get(name, "") for name in header]) for n, row in enumerate(flat, 1)]


def _inner(read: Any) -> list[Any]:
    lists = [one for one in read.values() if isinstance(one, list)] if isinstance(read, dict) else []
    return lists[0] if lists else []


def _flat(row: Mapping[str, Any]) -> dict[str, str]:
    """An object as cells: a status of several parts becomes columns of their own."""
    made: dict[str, str] = {}
    for name, value in row.items():
        if isinstance(value, dict) and "status" in name.casefold():
            made[name] = _said(value.get("name", ""))
            made[f"{name} progress"] = _said(value.get("progress_value", ""))
        else:
            made[name] = _said(value)
    return made


def _said(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, dict):
        named = value.get("name", value.get("title", value.get("rendered")))
        return str(named) if named is not None else json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        if any(isinstance(one, dict) and not {"name", "title"} & one.keys() for one in value):
            return json.dumps(value, ensure_ascii=False)
        return ", ".join(map(_said, value))
    return str(value)
