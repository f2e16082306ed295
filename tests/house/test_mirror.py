"""Every module of the house has its test, in the same place."""

from pathlib import Path

from tests.house.source import ROOT, modules

TESTS = ROOT / "tests"

# Declarations without behaviour of their own, by the name of the file.
BY_KIND = {
    "apps": "announces; the start-up checks read what was announced",
    "models": "tables without behaviour; every test of an action writes them",
    "room": "words; the start-up checks and the languages test read them",
    "urls": "addresses; the matrix asks each one",
    "api": "a table of reads and writes; the matrix asks each row",
}
ELSEWHERE = {
    "site.settings": "tests/site/test_settings.py reads its parts",
    "site.wsgi": "the smoke run of the wheel serves it",
    "cli.check": "tests/cli/test_prepare.py",
    "cli.restore": "tests/cli/test_backup.py",
    "cli.worker": "tests/cli/test_serve.py",
    "cli._ready": "tests/cli/test_demo.py and test_prepare.py run it",
    "cli._mark": "tests/cli/test_demo.py",
    "thread.models": "tests/thread",
}


def _mirrored(name: str) -> bool:
    parts = name.split(".")
    own = TESTS.joinpath(*parts[:-1], f"test_{parts[-1].lstrip('_')}.py")
    whole = TESTS.joinpath(*parts[:-2], f"test_{parts[-2]}.py") if len(parts) > 1 else own
    return own.is_file() or whole.is_file()


def _exempt(name: str) -> bool:
    parts = name.split(".")
    return name in ELSEWHERE or parts[-1] in BY_KIND or bool({"migrations", "models"} & set(parts))


def test_every_module_has_its_test() -> None:
    assert [name for name in modules() if not _exempt(name) and not _mirrored(name)] == []


def test_the_modules_were_really_found() -> None:
    assert {"thread.chain", "rooms.vision.actions.voting"} <= set(modules())


def test_every_test_has_its_module() -> None:
    tops = {"rooms", "people", "site", "web", "thread", "engines", "plumbing", "cli", "demo"}
    found = [path.relative_to(TESTS) for path in sorted(TESTS.rglob("test_*.py"))]
    assert [str(path) for path in found if path.parts[0] in tops and not _has_source(path)] == []


def _has_source(path: Path) -> bool:
    place = ROOT / "ledstjarna" / path.parent
    name = path.stem.removeprefix("test_")
    candidates = (
        place / f"{name}.py",
        place / f"_{name}.py",
        place / name,
        place / "templatetags" / f"{name}.py",
        place.with_name(name) / "__init__.py",
    )
    return any(candidate.exists() for candidate in candidates) or name in FOLLOWED


# Tests that follow a rule or an abuse through several modules, and so mirror none.
FOLLOWED = {
    "scorecards": "a scorecard through rules, actions and reads, as it is brought in and retired",
    "profiles": "a post profile through rules, actions and reads, to the cards drafted from it",
    "mandates": "a question about a mandate, from asking to the card that it makes clearer",
    "register": "a register of delegation from a spreadsheet and back",
    "drafts": "a plan as a draft, through rules, actions and reads, until it is settled (K2, R15)",
    "reports": "a report through actions, reads, pages and papers, until it is settled",
    "rhythm": "a rhythm and its reminder through rules, actions, reads and pages",
    "mfa": "T14 through the pages of one-time codes",
    "golden": "numbers that statsmodels computed, held against several modules of an engine",
    "append_only": "the triggers that a migration lays",
    "chain_tampered": "T17 through actions, reads and the database itself",
}
