"""Where the principles room's pages are."""

from django.urls import path

from ledstjarna.rooms.principles.pages import approaches, decisions, documents

app_name = "principles"
urlpatterns = [
    path("principles/", documents.home, name="home"),
    path("principles/approach/new/", approaches.new, name="new_approach"),
    path("principles/approach/<ref>/", approaches.approach, name="approach"),
    path("principles/approach/<ref>/change/", approaches.change, name="change_approach"),
    path("principles/approach/<ref>/stop/", approaches.stop, name="stop_approach"),
    path("principles/document/new/", documents.new, name="new_document"),
    path("principles/document/bring/", documents.bring, name="bring"),
    path("principles/document/<ref>/", documents.document, name="document"),
    path("principles/document/<ref>/change/", documents.change, name="change_document"),
    path("principles/document/<ref>/stop/", documents.stop, name="stop_document"),
    path("principles/part/<ref>/", documents.paragraph, name="paragraph"),
    path("principles/decision/new/", decisions.prepare, name="prepare"),
    path("principles/decision/<ref>/", decisions.decision, name="decision"),
    path("principles/decision/<ref>/paper.<form>", decisions.paper, name="paper"),
]
