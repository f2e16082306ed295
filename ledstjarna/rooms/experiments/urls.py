"""Where the experiments room's pages are."""

from django.urls import URLPattern

app_name = "experiments"
urlpatterns: list[URLPattern] = []
