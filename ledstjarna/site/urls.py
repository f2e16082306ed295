"""Each room twice: its pages, and its JSON under /api/v1/."""

from importlib import import_module

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.utils.module_loading import module_has_submodule

from ledstjarna.web import api, pages

handler500 = "ledstjarna.web.errors.broken"
handler404 = "ledstjarna.web.errors.missing"

door = api.house("1")
for name in ("people", *(f"rooms.{room}" for room in settings.ROOMS)):
    package = import_module(f"ledstjarna.{name}")
    if module_has_submodule(package, "api"):
        rows = import_module(f"ledstjarna.{name}.api").API
        door.add_router(f"/{name.removeprefix('rooms.')}/", api.router(rows))

urlpatterns = [
    path("health/", pages.health, name="health"),
    path("api/v1/", door.urls),
    *i18n_patterns(
        path("accessibility/", pages.accessibility, name="accessibility"),
        path("guide/", pages.guide, name="guide"),
        path("account/", include("allauth.urls")),
        path("", include("ledstjarna.people.urls")),
        *(path("", include(f"ledstjarna.rooms.{room}.urls")) for room in settings.ROOMS),
        prefix_default_language=False,
    ),
]
