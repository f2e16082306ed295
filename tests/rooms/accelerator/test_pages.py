"""The pages of the accelerator."""

from collections.abc import Callable

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from ledstjarna.rooms.accelerator.models import Call, Entry, Initiative, Question
from tests.rooms.accelerator.conftest import Lab
from tests.rooms.accelerator.test_actions import REGISTER, told

Clients = Callable[..., Client]


def test_an_idea_without_script_is_asked_what_is_akin_to_it_by_the_page_itself(
    lab: Lab, client_as: Clients
) -> None:
    ref = told(lab)
    shown = client_as("hr").get(
        reverse("accelerator:new_idea"), {"title": "Ljus i hallen", "text": "Vi tänder"}
    )
    body = shown.content.decode()
    assert reverse("accelerator:idea", args=[ref]) in body
    assert 'value="Ljus i hallen"' in body


def test_a_call_is_shaped_with_its_own_form_and_opened_without_script(lab: Lab, client_as: Clients) -> None:
    office = client_as("communicator")
    words = {"title": "Rop", "text": "Vi söker", "inlet": "idea", "funds": "1000", "seats": "2"}
    days = {"opens": "2098-01-01", "closes": "2098-02-01", "decides": "2098-03-01"}
    shape = office.post(reverse("accelerator:new_call"), words | days)["Location"]
    for text in ("Vad?", "Hur?"):
        office.post(shape, {"text": text, "sort": "short", "needed": "on"})
    call = Call.objects.get(node__title="Rop")
    office.post(reverse("accelerator:drop", args=[call.node.ref]), {"what": "question", "place": "0"})
    assert list(Question.objects.filter(call=call).values_list("text", "place")) == [("Hur?", 0)]
    early = office.post(reverse("accelerator:open", args=[call.node.ref]))
    assert early.status_code == 422
    weights = reverse("accelerator:weights", args=[call.node.ref])
    office.post(weights, {"title": "Nytta", "low": "Liten", "high": "Stor", "weight": "2"})
    assert office.post(reverse("accelerator:open", args=[call.node.ref])).status_code == 303


def test_an_entry_is_kept_with_what_was_typed_when_something_is_lacking(lab: Lab, client_as: Clients) -> None:
    Call.objects.update(closes="2098-01-01", decides="2098-02-01")
    staff = client_as("employee")
    write = staff.post(reverse("accelerator:enter", args=[lab.call]), {"title": "Hallen"})["Location"]
    sent = staff.post(write, {"title": "Hallen", "at0": "Vi går hem", "at1": "tre", "send": "1"})
    assert sent.status_code == 422
    assert "Vi går hem" in sent.content.decode()
    assert staff.post(write, {"title": "Hallen", "at0": "Vi går hem"}).status_code == 303
    assert Entry.objects.get().standing == "draft"


def test_a_register_is_looked_at_before_anything_is_changed(lab: Lab, client_as: Clients) -> None:
    office = client_as("communicator")
    file = SimpleUploadedFile("register.csv", REGISTER.encode())
    there = office.post(reverse("accelerator:registers"), {"title": "Register", "file": file})["Location"]
    body = office.get(there).content.decode()
    assert "rad 3" in body
    assert not Initiative.objects.exists()
    chosen = {"title": "0", "what": "1", "lesson": "4"}
    assert office.post(there, chosen).status_code == 303
    assert Initiative.objects.filter(what="Vi mäter").count() == 1
