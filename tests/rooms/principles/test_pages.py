"""The pages of the principles room."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.rooms.principles.conftest import Ground

WORDS = {"title": "Kvällsöppet", "text": "Vi möts över gränser på kvällen."}


@pytest.fixture
def registrar(client_as: Callable[..., Client], ground: Ground) -> Client:
    return client_as("registrar")


def test_a_file_is_shown_in_its_parts_and_saved_only_when_its_form_is(
    registrar: Client, ground: Ground
) -> None:
    file = SimpleUploadedFile("Ny_policy.md", "# Ett\ntext\n# Två\nmer".encode())
    shown = registrar.post(reverse("principles:bring"), {"file": file}).content.decode()
    assert 'value="Ny policy"' in shown
    assert "# Två" in shown
    assert f'action="{reverse("principles:new_document")}"' in shown


def test_a_file_that_cannot_be_read_says_why(registrar: Client) -> None:
    answer = registrar.post(
        reverse("principles:bring"), {"file": SimpleUploadedFile("a.docx", b"PK\x03\x04x")}
    )
    assert answer.status_code == 422
    assert "trasig" in answer.content.decode()


def test_a_decision_is_described_looked_at_and_then_saved_with_what_was_typed_kept(
    registrar: Client, ground: Ground
) -> None:
    url = reverse("principles:prepare")
    looked = registrar.post(url, WORDS)
    assert looked.status_code == 200
    assert WORDS["text"] in looked.content.decode()
    bare = registrar.post(url, WORDS | {"save": "1"})
    assert bare.status_code == 422
    saved = registrar.post(url, WORDS | {"save": "1", "costs": "Lite", "serves": [ground.area]})
    assert saved.status_code == 303
    paper = registrar.get(f"{saved['Location']}paper.pdf")
    assert paper.content.startswith(b"%PDF")
    assert paper["Content-Disposition"].endswith('.pdf"')
