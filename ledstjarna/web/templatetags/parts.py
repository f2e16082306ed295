"""The parts that pages are made of: one tag and one template each; a word too many fails loudly."""

from collections.abc import Sequence
from typing import Any

from django import forms, template
from django.core.serializers.json import DjangoJSONEncoder
from django.forms import BaseForm, BoundField
from django.utils.crypto import get_random_string
from django.utils.html import json_script
from django.utils.safestring import SafeString

from ledstjarna.web import figures

register = template.Library()


@register.inclusion_tag("web/parts/why.html")
def why_strip(path: Sequence[Any]) -> dict[str, Any]:
    """The thread from the star down to here; the last one is here and no link."""
    return {"path": path, "here": path[-1].ref if path else ""}


@register.inclusion_tag("web/parts/together.html")
def together(near: Sequence[Any]) -> dict[str, Any]:
    """What hangs together with this: each neighbour with the words of its strand."""
    return {"near": near}


@register.inclusion_tag("web/parts/versions.html")
def versions(rows: Sequence[Any], lang: str = "") -> dict[str, Any]:
    """The wordings that stood before, newest first, with what differs marked."""
    return {"rows": rows, "lang": lang}


@register.inclusion_tag("web/parts/steps.html")
def steps(rows: Sequence[Any]) -> dict[str, Any]:
    """The steps of a process, with the one that is current marked."""
    return {"rows": rows}


@register.inclusion_tag("web/parts/field.html")
def field(bound: BoundField) -> dict[str, Any]:
    """A form's field with its label, help and errors, tied together for those who hear the page."""
    widget = bound.field.widget
    many = isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple)
    notes = [
        f"{bound.auto_id}-{part}"
        for part, there in (("help", bound.help_text), ("error", bound.errors))
        if there
    ]
    attrs: dict[str, str | bool] = {"class": "ds-input"}
    if notes:
        attrs["aria-describedby"] = " ".join(notes)
    if bound.errors:
        attrs["aria-invalid"] = "true"
    return {
        "bound": bound,
        "hidden": bound.is_hidden,
        "single": isinstance(widget, forms.CheckboxInput),
        "many": many,
        "control": bound.as_widget(attrs=attrs) if not many else "",
        "options": list(bound.subwidgets) if many else (),
    }


@register.inclusion_tag("web/parts/kin.html")
def kin_field(bound: BoundField) -> dict[str, Any]:
    """A title's field which shows, while one types, what others have begun that is like it."""
    return {"bound": bound}


@register.inclusion_tag("web/parts/form_errors.html")
def form_errors(form: BaseForm | None) -> dict[str, Any]:
    """What is wrong with a form as a whole."""
    return {"errors": form.non_field_errors() if form is not None and form.is_bound else ()}


@register.inclusion_tag("web/parts/pager.html", takes_context=True)
def pager(context: template.RequestContext, page: Any) -> dict[str, Any]:
    """The way to the pages before and after; `page` has a number and how many pages there are."""
    asked = context["request"].GET.copy()

    def to(number: int) -> str:
        asked["page"] = str(number)
        return f"?{asked.urlencode()}"

    return {
        "number": page.number,
        "pages": page.pages,
        "previous": to(page.number - 1) if page.number > 1 else "",
        "following": to(page.number + 1) if page.number < page.pages else "",
    }


@register.inclusion_tag("web/parts/chart.html")
def chart(kind: str, data: Any, summary: str = "") -> dict[str, Any]:
    """A chart of a kind that `charts.js` knows, drawn from data that stands beside it as JSON."""
    name = f"chart-{get_random_string(8)}"
    words = summary or data.get("summary", "")
    return {"kind": kind, "name": name, "data": script(data, name), "summary": words}


def script(data: Any, name: str) -> SafeString:
    """Data as JSON in a script element that no browser runs."""
    return json_script(data, name, DjangoJSONEncoder)


register.simple_tag(figures.as_percent, name="percent")
# The same as a filter, for use inside a translated sentence.
register.filter("as_percent", figures.as_percent)
