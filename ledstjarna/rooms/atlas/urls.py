"""Where the atlas room's pages are."""

from django.urls import path

from ledstjarna.rooms.atlas import pages

app_name = "atlas"
urlpatterns = [
    path("monday/", pages.monday, name="monday"),
    path("monday/pack.<form>", pages.pack, name="pack"),
    path("monday/<name>/", pages.dial, name="dial"),
    path("monday/<name>/rows.<form>", pages.dial_rows, name="dial_rows"),
    path("thread/", pages.star, name="star"),
    path("thread/sky/", pages.sky, name="sky"),
    path("thread/journey/", pages.journey, name="journey"),
    path("thread/loose/", pages.loose, name="loose"),
    path("thread/loose/<ref>/dismiss/", pages.dismiss, name="dismiss"),
    path("thread/loose/<ref>/take-up/", pages.take_up, name="take_up"),
    path("thread/kin/", pages.kin, name="kin"),
    path("thread/node/<ref>/", pages.node, name="node"),
    path("thread/sight/<ref>/", pages.sight, name="sight"),
    path("thread/signals/", pages.signals, name="signals"),
    path("thread/signals/estimate/", pages.estimate, name="estimate"),
    path("thread/signals/cap/", pages.cap, name="cap"),
    path("thread/signals/at/<ref>/", pages.signals_at, name="signals_at"),
    path("thread/signals/warning/<kind>/<ref>/", pages.warning, name="warning"),
]
