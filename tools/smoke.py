"""Asks an installed `ledstjarna` for a small city and some of its pages: `python smoke.py PATH/ledstjarna`.

Stands alone on the standard library, so that it proves what is installed and nothing beside it.
"""

import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

PATIENCE = 180
LINK = re.compile(r'(?:href|src)="(/static/[^"]+)"')


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


def fetch(url: str) -> str:
    """The text at an address of this machine.

    Raises:
        OSError: nobody answers there, or with an error.
    """
    with urllib.request.urlopen(url, timeout=10) as answer:  # noqa: S310  the address is our own
        return str(answer.read().decode("utf-8", "replace"))


def wait(process: subprocess.Popen[bytes], url: str) -> None:
    """Wait until the city answers.

    Raises:
        RuntimeError: it ended instead, or took too long.
    """
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError(f"it ended with {process.returncode} before it answered")
        try:
            if json.loads(fetch(f"{url}/health/"))["status"] == "ok":
                return
        except OSError:
            time.sleep(0.5)
    raise RuntimeError(f"no answer within {PATIENCE} s")


def look(url: str) -> int:
    """Read the front page in both languages and every file it names; how many files.

    Raises:
        RuntimeError: the city is empty, or its page is bare.
    """
    if not json.loads(fetch(f"{url}/health/"))["tide"]:
        raise RuntimeError("the city is empty: nothing has happened in it")
    pages = [fetch(f"{url}/"), fetch(f"{url}/en/")]
    files = sorted({link for page in pages for link in LINK.findall(page)})
    if not files:
        raise RuntimeError("the front page names no style and no script")
    for link in files:
        fetch(f"{url}{link}")
    return len(files)


def main(program: str) -> int:
    """Serve a small city, look at it, and stop it; 0 where all of it went well."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryDirectory(prefix="ledstjarna-smoke-") as home:
        environment = {**os.environ, "LEDSTJARNA_HOME": home}
        environment.pop("DATABASE_URL", None)
        command = [program, "demo", "--people", "300", "--port", str(port)]
        with subprocess.Popen(command, env=environment) as process:
            try:
                wait(process, url)
                files = look(url)
            finally:
                process.terminate()
                code = process.wait(60)
    print(f"  The wheel serves its pages and {files} files of its own, and stops with {code}.")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
