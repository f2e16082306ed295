"""Every address of the house, read from what Django and the JSON door themselves know."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from ninja import NinjaAPI

from ledstjarna.site.urls import door

# allauth's own pages: their rights are allauth's to prove, and tests/people follows our ways in.
FOREIGN = ("account_", "mfa_", "socialaccount_", "usersessions_")


def pages() -> dict[str, tuple[str, ...]]:
    """Every page by its name, as `reverse` takes it, and the arguments of its address.

    The JSON door's operations are listed apart.
    """
    found = sorted(_pages(get_resolver()))
    return {name: arguments for name, arguments in found if not name.startswith(FOREIGN)}


def _pages(
    resolver: URLResolver, space: str = "", before: tuple[str, ...] = ()
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for entry in resolver.url_patterns:
        arguments = (*before, *entry.pattern.converters)
        if isinstance(entry, URLResolver):
            inner = f"{space}{entry.namespace}:" if entry.namespace else space
            yield from _pages(entry, inner, arguments)
        elif not _is_operation(entry, space):
            yield f"{space}{entry.name or entry.pattern}", arguments


def _is_operation(entry: URLPattern, space: str) -> bool:
    return space == "api:" and entry.name not in {"openapi-json", "openapi-view", "api-root"}


def operations(api: NinjaAPI = door) -> list[tuple[str, str, dict[str, Any]]]:
    """Every operation of the JSON door: its method, its path, and the JSON schema of its body."""
    schema = api.get_openapi_schema(path_prefix="/api/v1/")
    parts = schema.get("components", {}).get("schemas", {})
    return [
        (method.upper(), path, _body(operation, parts))
        for path, methods in schema["paths"].items()
        for method, operation in methods.items()
    ]


def _body(operation: dict[str, Any], parts: dict[str, Any]) -> dict[str, Any]:
    content = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
    name = content.get("schema", {}).get("$ref", "").rpartition("/")[2]
    found: dict[str, Any] = parts.get(name, {})
    return found


def filled(body: dict[str, Any]) -> dict[str, Any]:
    """A body of the right types, so that nothing but what is asked for decides the answer."""
    simple = {"string": "x", "integer": 1, "boolean": False, "array": [], "number": 1.0}
    wanted = {name: body["properties"][name] for name in body.get("required", ())}
    return {name: simple[kind.get("type", "string")] for name, kind in wanted.items()}
