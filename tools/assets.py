"""Builds the look by npm where its sources have changed: `python -m tools.assets`."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ("package.json", "package-lock.json", "designsystemet.config.json", "tools/build_assets.mjs")
FOLDER = "ledstjarna/web/assets"
OUTPUT = "ledstjarna/web/static/web"
STAMP = "build/assets.sha256"


def digest(root: Path) -> str:
    """The SHA-256, in hexadecimal, of every source of the look by name and content."""
    found = [root / name for name in SOURCES] + sorted((root / FOLDER).rglob("*"))
    seal = hashlib.sha256()
    for path in (path for path in found if path.is_file()):
        seal.update(f"{path.relative_to(root)}\0".encode() + path.read_bytes() + b"\0")
    return seal.hexdigest()


def fresh(root: Path) -> bool:
    """Whether what was built last came from these sources and is still there."""
    stamp, output = root / STAMP, root / OUTPUT
    built = output.is_dir() and any(output.iterdir())
    return built and stamp.is_file() and stamp.read_text() == digest(root)


def npm(path: str, prefix: Path) -> str | None:
    """The machine's own npm, else the one that came with the environment."""
    return shutil.which("npm", path=path) or shutil.which("npm", path=str(prefix / "bin"))


def build(root: Path, command: str) -> None:
    """Install what the lock names and run the one build command.

    Raises:
        subprocess.CalledProcessError: npm failed; it has said why.
    """
    # npm starts node by name, so the folder it lies in must be on the path.
    path = f"{Path(command).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    environment = {**os.environ, "PATH": path}
    for words in (["ci", "--no-audit", "--no-fund", "--loglevel=error"], ["run", "--silent", "build"]):
        subprocess.run([command, *words], cwd=root, env=environment, check=True)
    stamp = root / STAMP
    stamp.parent.mkdir(exist_ok=True)
    stamp.write_text(digest(root))


def main() -> int:
    """Build what is not fresh; 1 where that cannot be done."""
    if fresh(ROOT):
        print("  unchanged")
        return 0
    command = npm(os.environ.get("PATH", ""), Path(sys.prefix))
    if command is None:
        print("  There is no npm, neither on this machine nor in the environment.", file=sys.stderr)
        return 1
    try:
        build(ROOT, command)
    except subprocess.CalledProcessError as error:
        print(f"  npm stopped with {error.returncode}.", file=sys.stderr)
        return 1
    print(f"  built into {OUTPUT}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
