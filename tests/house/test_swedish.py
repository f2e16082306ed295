"""Every word that people meet has its Swedish, and one only."""

import pytest

from tools import messages

PACKAGES = {package.name: package for package in messages.packages()}


@pytest.mark.parametrize("name", PACKAGES)
def test_a_package_s_swedish_is_complete(name: str) -> None:
    assert messages.faults(PACKAGES[name]) == []


def test_an_english_word_has_one_swedish() -> None:
    assert messages.clashes(map(messages.read, messages.catalogues())) == []
