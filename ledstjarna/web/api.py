"""A room's table of reads and writes made into JSON operations."""

import inspect
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, get_type_hints

from django import forms
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI, Router, Status
from ninja.openapi.schema import OpenAPISchema
from ninja.operation import Operation
from ninja.params.functions import Body
from ninja.schema import NinjaGenerateJsonSchema
from ninja.utils import check_csrf
from pydantic import BaseModel, ConfigDict, create_model

from ledstjarna.thread.reads import Missing, Refused
from ledstjarna.web.attempt import Action, attempt, errors

DOOR = frozenset({"viewer", "now"})
# A value of ours as pydantic refers to it: its module, and its name.
OURS = re.compile(r"\b(ledstjarna(?:\.\w+)*)\.(\w+)")


@dataclass(frozen=True, slots=True)
class Read:
    """GET: a read under a path; what the path does not name is asked for in the query."""

    path: str
    ask: Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Write:
    """POST: a form and the action it leads to, as in HTML."""

    path: str
    form: type[forms.Form]
    act: Action


def _room_of(module: str) -> str:
    """The room that a module belongs to; none where every room uses it."""
    parts = module.split(".")
    return parts[2] if parts[1:2] == ["rooms"] else "people" if parts[1:2] == ["people"] else ""


class _Names(NinjaGenerateJsonSchema):
    """A value's schema is named with its room: two rooms may have values of one name."""

    def get_defs_ref(self, core_mode_ref: Any) -> Any:
        """The name of a schema, out of the module and the name of what it is made from."""
        core, mode = core_mode_ref
        known: Any = (OURS.sub(_with_room, core), mode)
        return super().get_defs_ref(known)


def _with_room(found: re.Match[str]) -> str:
    module, name = found.groups()
    return f"{module}.{_room_of(module).title()}{name}"


class _Listing(OpenAPISchema):
    """The list of operations, in which no schema is put in the place of another."""

    def _create_schema_from_model(self, model: Any, *more: Any, **named: Any) -> Any:
        if hasattr(model, "__ninja_flatten_map__"):
            return super()._create_schema_from_model(model, *more, **named)
        ours: Any = SimpleNamespace(
            model_json_schema=lambda **kept: model.model_json_schema(**kept | {"schema_generator": _Names})
        )
        return super()._create_schema_from_model(ours, *more, **named)

    def add_schema_definitions(self, definitions: dict[str, Any]) -> None:
        """Schemas that an operation refers to.

        Raises:
            ValueError: two that differ have one name, which one room's two values must not.
        """
        twice = [name for name, one in definitions.items() if self.schemas.get(name, one) != one]
        if twice:
            raise ValueError(f"two schemas of one name: {', '.join(twice)}")
        self.schemas.update(definitions)


class _House(NinjaAPI):
    """The door, whose operations are named with their rooms."""

    def get_openapi_schema(self, *, path_prefix: str | None = None, path_params: Any = None) -> OpenAPISchema:
        """The list of operations."""
        return _Listing(self, self.get_root_path(path_params or {}) if path_prefix is None else path_prefix)

    def get_openapi_operation_id(self, operation: Operation) -> str:
        """What an operation is called: its room, whether it asks or does, and what."""
        asked = operation.view_func
        return f"{_room_of(asked.__module__)}_{operation.methods[0].lower()}_{asked.__name__}"


def house(version: str) -> NinjaAPI:
    """The JSON door itself, with the house's two ways to say no."""
    api = _House(title="Ledstjärna", version=version, docs_url=None, urls_namespace="api")

    @api.exception_handler(Missing)
    def missing(request: HttpRequest, exception: Missing) -> HttpResponse:
        return api.create_response(request, {"detail": "not found"}, status=404)

    @api.exception_handler(Refused)
    def refused(request: HttpRequest, exception: Refused) -> HttpResponse:
        status = 403 if exception.forbidden else 409
        return api.create_response(request, {"detail": exception.reason}, status=status)

    return api


def router(rows: Sequence[Read | Write]) -> Router:
    """A room's rows as a router of operations."""
    made = Router()
    for row in rows:
        if isinstance(row, Read):
            hints = get_type_hints(row.ask)
            made.api_operation(["GET"], row.path, response=hints["return"])(_reading(row))
        else:
            made.api_operation(["POST"], row.path, response={200: dict[str, Any], 403: Any, 422: Any})(
                _writing(row)
            )
    return made


def _request() -> inspect.Parameter:
    return inspect.Parameter("request", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=HttpRequest)


def _beside(request: Any, wanted: frozenset[str]) -> dict[str, Any]:
    return {name: getattr(request, name) for name in wanted & DOOR}


def _asked(function: Callable[..., Any]) -> list[inspect.Parameter]:
    hints = get_type_hints(function)
    return [
        parameter.replace(annotation=hints[name], kind=inspect.Parameter.KEYWORD_ONLY)
        for name, parameter in inspect.signature(function).parameters.items()
        if name not in DOOR
    ]


def _reading(row: Read) -> Callable[..., Any]:
    wanted = frozenset(inspect.signature(row.ask).parameters)

    def operation(request: HttpRequest, **asked: Any) -> Any:
        answer = row.ask(**asked, **_beside(request, wanted))
        # A pair would be taken for a status and a body.
        return list(answer) if isinstance(answer, tuple) else answer

    operation.__signature__ = inspect.Signature([_request(), *_asked(row.ask)])  # type: ignore[attr-defined]
    operation.__name__, operation.__module__ = row.ask.__name__, row.ask.__module__
    operation.__doc__ = row.ask.__doc__
    return operation


def _writing(row: Write) -> Callable[..., Any]:
    wanted = frozenset(inspect.signature(row.act).parameters)
    named = [each for each in _asked(row.act) if f"{{{each.name}}}" in row.path]
    schema = schema_of(row.form)

    def operation(request: HttpRequest, payload: BaseModel, **path: Any) -> Any:
        if refusal := check_csrf(request):
            return refusal
        form = row.form(data=payload.model_dump(exclude_none=True))
        outcome = attempt(form, row.act, **path, **_beside(request, wanted))
        if outcome.done:
            return {"ref": outcome.value}
        return Status(outcome.status, {"errors": errors(form)})

    payload = inspect.Parameter(
        "payload", inspect.Parameter.KEYWORD_ONLY, annotation=schema, default=Body(...)
    )
    operation.__signature__ = inspect.Signature([_request(), *named, payload])  # type: ignore[attr-defined]
    operation.__name__, operation.__module__ = row.act.__name__, row.act.__module__
    operation.__doc__ = row.act.__doc__
    return operation


_TYPES: dict[type[forms.Field], Any] = {
    forms.FloatField: float,  # before the whole numbers, which it is made from
    forms.IntegerField: int,
    forms.BooleanField: bool,
    forms.JSONField: list[Any],
    forms.MultipleChoiceField: list[str],
}


def schema_of(form: type[forms.Form]) -> type[BaseModel]:
    """A form's fields as a JSON schema that refuses any other field (T6), named with its room.

    Two rooms may have a form of one name; in the list of operations their schemas are two.
    """
    fields: dict[str, Any] = {}
    for name, field in form.base_fields.items():
        kind = next((known for sort, known in _TYPES.items() if isinstance(field, sort)), str)
        fields[name] = (kind, ...) if field.required else (kind | None, None)
    room = _room_of(form.__module__).title()
    return create_model(f"{room}{form.__name__}", __config__=ConfigDict(extra="forbid"), **fields)
