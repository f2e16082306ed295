"""Where the horizon room's pages are."""

from django.urls import path

from ledstjarna.rooms.horizon.pages import desks, signals

app_name = "horizon"
urlpatterns = [
    path("horizon/", signals.home, name="home"),
    path("horizon/new/", desks.new, name="new"),
    path("horizon/speed/", signals.speed, name="speed"),
    path("horizon/group/", desks.group, name="group"),
    path("horizon/reading/<ref>/", signals.reading, name="reading"),
    path("horizon/parry/<ref>/", signals.parry, name="parry"),
    path("horizon/<ref>/", signals.signal, name="signal"),
    path("horizon/<ref>/read/", desks.read, name="read"),
    path("horizon/<ref>/try/", desks.try_small, name="try"),
]
