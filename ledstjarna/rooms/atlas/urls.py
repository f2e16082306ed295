"""Where the atlas room's pages are."""

from django.urls import path

from ledstjarna.rooms.atlas import pages

app_name = "atlas"
urlpatterns = [
    path("thread/", pages.star, name="star"),
    path("thread/loose/", pages.loose, name="loose"),
    path("thread/node/<ref>/", pages.node, name="node"),
]
