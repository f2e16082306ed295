"""A staff file must be a file."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.datastructures import MultiValueDict

from ledstjarna.people import forms


def test_nothing_sent_is_nothing_read() -> None:
    assert "file" in forms.StaffFile({}, MultiValueDict()).errors
    for data, fine in ((b"", False), (b"a;b", True)):
        sent = MultiValueDict[str, Any]({"file": [SimpleUploadedFile("x.csv", data)]})
        assert forms.StaffFile({}, sent).is_valid() is fine
