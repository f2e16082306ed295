"""The house as its shape tests read it: rooms, modules, functions."""

import ast
import importlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
HOUSE = ROOT / "ledstjarna"


@dataclass(frozen=True, slots=True)
class Function:
    """A public function of a room as it is written, with all that its package defines beside it."""

    room: str
    node: ast.FunctionDef
    beside: dict[str, ast.FunctionDef]

    @property
    def name(self) -> str:
        """The room and the function, as they are spoken of."""
        return f"{self.room}.{self.node.name}"

    def reached(self) -> list[ast.FunctionDef]:
        """The function and every function of its package that it calls, however far down."""
        found, ahead = [self.node], [self.node]
        while ahead:
            for name in called(ahead.pop()):
                inner = self.beside.get(name)
                if inner is not None and inner not in found:
                    found.append(inner)
                    ahead.append(inner)
        return found


def called(node: ast.AST) -> set[str]:
    """The plain names that are called somewhere in a piece of code."""
    calls = (each.func for each in ast.walk(node) if isinstance(each, ast.Call))
    return {func.id for func in calls if isinstance(func, ast.Name)}


def calls_of(node: ast.AST, module: str, name: str | None = None) -> list[ast.Call]:
    """The calls of `module.name` in a piece of code; of anything in the module where no name is given."""
    found = []
    for each in ast.walk(node):
        if isinstance(each, ast.Call) and isinstance(each.func, ast.Attribute):
            owner = each.func.value
            if isinstance(owner, ast.Name) and owner.id == module and name in {None, each.func.attr}:
                found.append(each)
    return found


def rooms() -> list[str]:
    """The packages shaped like a room: people, and every room."""
    found = sorted(path.parent for path in (HOUSE / "rooms").glob("*/__init__.py"))
    return ["people", *(f"rooms.{path.name}" for path in found)]


def files_of(room: str, part: str) -> list[Path]:
    """The files of a part of a room, whether it is one file or a package."""
    place = HOUSE.joinpath(*room.split("."))
    one = place / f"{part}.py"
    return [one] if one.is_file() else sorted((place / part).glob("*.py"))


def functions(room: str, part: str) -> list[Function]:
    """What doors may call of a part: of a file all that is public, of a package what it gives out."""
    trees = {path: ast.parse(path.read_text("utf-8")) for path in files_of(room, part)}
    beside = {
        node.name: node for tree in trees.values() for node in tree.body if isinstance(node, ast.FunctionDef)
    }
    given = _given_out(trees)
    short = room.rpartition(".")[2]
    return [
        Function(short, node, beside)
        for name, node in beside.items()
        if not name.startswith("_") and (given is None or name in given)
    ]


def _given_out(trees: dict[Path, ast.Module]) -> set[str] | None:
    for path, tree in trees.items():
        if path.name == "__init__.py":
            imports = (node for node in tree.body if isinstance(node, ast.ImportFrom))
            return {alias.asname or alias.name for node in imports for alias in node.names}
    return None


def imported(room: str, part: str) -> ModuleType | None:
    """A part of a room, imported; nothing where the room has none."""
    return importlib.import_module(f"ledstjarna.{room}.{part}") if files_of(room, part) else None


def modules() -> Iterator[str]:
    """Every module of the house by its path within it, packages themselves left out."""
    for path in sorted(HOUSE.rglob("*.py")):
        if path.stem != "__init__":
            yield ".".join(path.relative_to(HOUSE).with_suffix("").parts)


def templates() -> list[Path]:
    """Every template in the house."""
    return sorted(path for path in HOUSE.rglob("*.html") if "templates" in path.parts)
