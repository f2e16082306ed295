"""The web as a Django app."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Carries the templates, parts and static files of every page."""

    name = "ledstjarna.web"
    label = "web"
