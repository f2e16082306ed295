"""Where the pages of the organisation are."""

from django.urls import path

from ledstjarna.people import pages

app_name = "people"
urlpatterns = [
    path("organisation/", pages.organisation, name="organisation"),
    path("unit/<ref>/", pages.unit, name="unit"),
    path("authority/<ref>/", pages.authority, name="authority"),
    path("person/<ref>/", pages.person, name="person"),
    path("party/<ref>/", pages.party, name="party"),
    path("search/", pages.search, name="search"),
    path("organisation/import/", pages.upload, name="import"),
    path("organisation/import/<ref>/", pages.intake, name="intake"),
    path("organisation/import/<ref>/bad-rows/", pages.bad_rows, name="bad_rows"),
    path("who/", pages.personas, name="personas"),
]
