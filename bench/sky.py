"""The star map at 20,000 dots in a real browser: `python -m bench.sky [--dots 20000]`.

Unit plans and goals are added to the third year of the demo city until so many things hang on its vision.
Prints how many dots and bytes are sent, how long the server takes (after a change, and unchanged), and how
long until the picture stands still in the browser, server and all. Needs Chromium.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tools.smoke import free_port, wait

RUNS = 5
SETTLED = """() => {
  const canvas = document.querySelector("[data-chart=sky] canvas");
  if (!canvas) return false;
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  let inked = 0;
  for (let at = 3; at < data.length; at += 4) inked += data[at] > 0;
  const still = inked > 1000 && inked === window.inkedLast;
  window.inkedLast = inked;
  return still;
}"""


def main() -> None:
    """Load, fill, serve, look, print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--dots", type=int, default=20_000)
    asked.add_argument("--picture", type=Path, default=None, help="where to keep a picture of it")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"LEDSTJARNA_HOME": folder, "LEDSTJARNA_DEMO": "1"}
        os.environ["DJANGO_SETTINGS_MODULE"] = "ledstjarna.site.settings"
        program = str(Path(sys.executable).with_name("ledstjarna"))
        command = [program, "demo", "--stage", "year3"]
        subprocess.run([*command, "--no-serve"], check=True, stdout=subprocess.DEVNULL)
        import django  # noqa: PLC0415 - the folder must be chosen first

        django.setup()
        from bench import sky_seen  # noqa: PLC0415 - models need Django ready

        sky_seen.fill(given.dots - sky_seen.dots(sky_seen.asked(1)[2]))
        fresh, kept, page = sky_seen.asked(RUNS)
        print(f"{sky_seen.dots(page)} dots in {len(page) / 1e6:.1f} MB; the server takes", end=" ")
        print(f"{statistics.median(fresh):.0f} ms after a change, {statistics.median(kept):.0f} ms unchanged")
        port = free_port()
        with subprocess.Popen([*command, "--port", str(port)], stdout=subprocess.DEVNULL) as process:
            try:
                url = f"http://127.0.0.1:{port}"
                wait(process, url)
                _drawn(url, sky_seen.cookies(), given.picture)
            finally:
                process.terminate()


def _drawn(url: str, cookies: dict[str, str], picture: Path | None) -> None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where there is a browser

    from tests.fixtures.browser import FLAGS, chromium  # noqa: PLC0415

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium(), args=FLAGS)
        for width in (1280, 360):
            context = browser.new_context(base_url=url, viewport={"width": width, "height": 900})
            context.add_cookies(
                [{"name": name, "value": value, "url": url} for name, value in cookies.items()]
            )
            page = context.new_page()
            times = [_once(page) for _ in range(RUNS)]
            print(f"browser at {width} px: stands still after {statistics.median(times):.0f} ms")
            if picture is not None:
                page.screenshot(path=picture.with_stem(f"{picture.stem}-{width}"))
            context.close()
        browser.close()


def _once(page: Any) -> float:
    began = time.perf_counter()
    page.goto("/thread/sky/")
    page.wait_for_function(SETTLED, polling=100)
    return 1000 * (time.perf_counter() - began)


if __name__ == "__main__":
    main()
