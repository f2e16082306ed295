"""Parts tie their words together for those who hear the page, and refuse words they do not know."""

from dataclasses import dataclass
from typing import Any

import pytest
from django import forms
from django.template import Context, Engine, Template, TemplateSyntaxError
from django.test import RequestFactory
from django.urls import reverse


class Ask(forms.Form):
    name = forms.CharField(label="Name", help_text="As it is spoken")
    stance = forms.ChoiceField(label="Stance", choices=[("a", "Aye"), ("n", "No")], widget=forms.RadioSelect)
    kept = forms.BooleanField(label="Keep it", required=False)


@dataclass(frozen=True)
class Numbered:
    number: int
    pages: int


@dataclass(frozen=True)
class Spot:
    title: str
    ref: str = "k3m9x2qhtz"
    url: str = "/somewhere/"
    lang: str = ""


def render(text: str, **context: Any) -> str:
    context.setdefault("request", RequestFactory().get("/list/?q=sea&page=2"))
    return Template(text).render(Context(context))


def test_a_field_is_tied_to_its_help_and_its_error() -> None:
    body = render("{% field form.name %}", form=Ask({"name": ""}))
    assert 'aria-describedby="id_name-help id_name-error"' in body
    assert 'id="id_name-error"' in body
    assert 'aria-invalid="true"' in body


def test_choices_stand_in_a_fieldset_with_their_question() -> None:
    body = render("{% field form.stance %}", form=Ask())
    assert body.count('type="radio"') == 2
    assert "<legend" in body


def test_what_was_typed_is_still_there() -> None:
    assert 'value="Kim"' in render("{% field form.name %}", form=Ask({"name": "Kim"}))


@pytest.mark.parametrize(("number", "links"), [(1, ["page=2"]), (2, ["page=1", "page=3"]), (3, ["page=2"])])
def test_the_pager_keeps_what_was_sought(number: int, links: list[str]) -> None:
    body = render("{% pager page %}", page=Numbered(number, 3))
    assert [link for link in ("page=1", "page=2", "page=3") if link in body] == links
    assert "q=sea" in body


def test_one_page_needs_no_pager() -> None:
    assert render("{% pager page %}", page=Numbered(1, 1)).strip() == ""


def test_the_last_of_the_thread_is_here_and_no_link() -> None:
    body = render("{% why_strip path %}", path=[Spot("Vision"), Spot("Area")])
    assert body.count("/somewhere/") == 1
    assert 'aria-current="page"' in body
    assert "aria-current" not in render("{% why_strip path %}", path=[Spot("Alone")])
    assert render("{% why_strip path %}", path=[]).strip() == ""


def test_every_thread_leads_on_to_its_neighbours() -> None:
    body = render("{% why_strip path %}", path=[Spot("Vision"), Spot("Area", ref="zzzz")])
    assert reverse("atlas:node", args=["zzzz"]) in body


def test_T7_data_beside_a_chart_cannot_end_its_element() -> None:
    body = render("{% chart 'bars' data %}", data={"summary": "x", "rows": ["</script><script>alert(1)"]})
    assert "</script><script>alert" not in body
    assert 'data-chart="bars"' in body


def test_a_share_may_stand_alone_or_in_a_sentence() -> None:
    assert render("{% percent 0.5 %}{{ share|as_percent }}", share=0.25).count("%") == 2


def test_a_word_too_many_fails_loudly() -> None:
    assert Engine.get_default()
    with pytest.raises(TemplateSyntaxError, match="too many positional arguments"):
        Template("{% why_strip a b %}")
