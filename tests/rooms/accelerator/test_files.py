"""A register of initiatives as a file."""

import pytest

from ledstjarna.plumbing.sheets import Unreadable
from ledstjarna.rooms.accelerator import files


def test_a_CSV_and_a_JSON_of_the_same_say_the_same() -> None:
    header, lines = files.table("title;what\nLjus;Vi tänder\n".encode())
    assert (header, lines) == (("title", "what"), [(2, ["Ljus", "Vi tänder"])])
    header, lines = files.table('\ufeff[{"title": "Ljus", "what": "Vi tänder"}]'.encode())
    assert (header, lines) == (("title", "what"), [(1, ["Ljus", "Vi tänder"])])


@pytest.mark.parametrize("data", [b"[1, 2]", b"{", b"[" * 100_000, b'{"a": 3}'])
def test_T10_a_JSON_that_is_no_register_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable, match="list of initiatives"):
        files.table(data)


def test_T10_too_many_rows_are_refused() -> None:
    with pytest.raises(Unreadable, match="more than"):
        files.table(b"[" + b",".join([b'{"title": "x"}'] * (files.ROWS + 1)) + b"]")


def test_T10_a_file_that_is_neither_is_refused() -> None:
    with pytest.raises(Unreadable):
        files.table(b"\x00\x01binary")
