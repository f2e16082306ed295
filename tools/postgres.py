"""Runs a command beside a private PostgreSQL: `python -m tools.postgres COMMAND …`.

The server lives in a folder of its own on a free port of this machine alone, and is gone afterwards.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

OWNER = "postgres"
# A server for an hour's tests need not survive a power cut; the drill measures one that must.
CAREFREE = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200"


def folder() -> Path | None:
    """Where the newest PostgreSQL's programs lie."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    plain = shutil.which("initdb")
    return Path(plain).resolve().parent if plain else None


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


def _run(programs: Path, *words: str) -> None:
    # PostgreSQL refuses to be started by root.
    before = ["runuser", "-u", OWNER, "--"] if os.geteuid() == 0 else []
    command = [*before, str(programs / words[0]), *words[1:]]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/")


@contextmanager
def server(programs: Path) -> Iterator[str]:
    """A server for as long as the block lasts: its `DATABASE_URL`."""
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="ledstjarna-pg-", ignore_cleanup_errors=True) as place:
        if os.geteuid() == 0:
            shutil.chown(place, OWNER, OWNER)
        data, log = f"{place}/data", f"{place}/log"
        _run(programs, "initdb", "-D", data, "-U", "ledstjarna", "-A", "trust", "-E", "UTF8", "--no-sync")
        options = f"-p {port} -k {place} -c listen_addresses=127.0.0.1 {CAREFREE}"
        _run(programs, "pg_ctl", "-D", data, "-l", log, "-w", "-o", options, "start")
        try:
            _run(programs, "createdb", "-h", "127.0.0.1", "-p", str(port), "-U", "ledstjarna", "ledstjarna")
            yield f"postgresql://ledstjarna@127.0.0.1:{port}/ledstjarna"
        finally:
            _run(programs, "pg_ctl", "-D", data, "-m", "immediate", "stop")


def main(command: list[str]) -> int:
    """Run the command with `DATABASE_URL` set; its own exit code, or 3 where there is no PostgreSQL."""
    programs = folder()
    if programs is None:
        print("No PostgreSQL here. Install it with: apt-get install postgresql", file=sys.stderr)
        return 3
    with server(programs) as url:
        return subprocess.run(command, env={**os.environ, "DATABASE_URL": url}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
