"""Bringing in 12,000 persons from a staff file, by `python -m bench.intake`."""

import csv
import io
import os
import tempfile
import time

ROWS = 12_000


def main() -> None:
    """Measure reading, confirming and reading the same again."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["LEDSTJARNA_HOME"], os.environ["LEDSTJARNA_DEMO"] = folder, "1"
        os.environ["DJANGO_SETTINGS_MODULE"] = "ledstjarna.site.settings"
        import django  # noqa: PLC0415  the settings are named just above

        django.setup()
        from datetime import date  # noqa: PLC0415

        from django.core.management import call_command  # noqa: PLC0415
        from django.utils import timezone  # noqa: PLC0415

        from ledstjarna.demo.city import city, hr_rows  # noqa: PLC0415
        from ledstjarna.people import imports  # noqa: PLC0415
        from ledstjarna.people.viewer import steward  # noqa: PLC0415

        call_command("migrate", verbosity=0)
        rows = hr_rows(city(scale=1.2))[:ROWS]
        made = io.StringIO(newline="")
        writer = csv.DictWriter(made, rows[0], delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
        data, viewer, now = made.getvalue().encode(), steward("", date(2020, 1, 1)), timezone.now()
        for step in ("the first time", "the same file again"):
            began = time.perf_counter()
            ref = imports.keep_file(name="staff.csv", data=data, viewer=viewer, now=now)
            page = imports.intake_page(ref=ref, viewer=viewer, now=now)
            looked = time.perf_counter()
            imports.take_in(ref=ref, viewer=viewer, now=now)
            taken = time.perf_counter() - looked
            print(f"{len(rows)} rows, {step}: looked at in {looked - began:.1f} s, taken in in {taken:.1f} s")
            assert page.change
            print(f"  new {page.change.new}, unchanged {page.change.unchanged}, bad {len(page.faults)}")


if __name__ == "__main__":
    main()
