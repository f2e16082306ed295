"""Where the obstacles room's pages are."""

from django.urls import path

from ledstjarna.rooms.obstacles.pages import lists, obstacles, telling

app_name = "obstacles"
urlpatterns = [
    path("obstacles/", lists.home, name="home"),
    path("obstacles/new/", telling.new, name="new"),
    path("obstacles/receipt/", telling.receipt, name="receipt"),
    path("obstacles/waiting/", lists.waiting, name="waiting"),
    path("obstacles/themes/", lists.themes, name="themes"),
    path("obstacles/functions/", lists.desks, name="desks"),
    path("obstacles/functions/relieve/", lists.relieve, name="relieve"),
    path("obstacles/removed/<ref>/", obstacles.removal, name="removal"),
    path("obstacles/<ref>/", obstacles.obstacle, name="obstacle"),
    path("obstacles/<ref>/answer/", obstacles.answer, name="answer"),
    path("obstacles/<ref>/hand-over/", obstacles.hand_over, name="hand_over"),
    path("obstacles/<ref>/postpone/", obstacles.postpone, name="postpone"),
    path("obstacles/<ref>/line/", obstacles.ask_back, name="ask_back"),
    path("obstacles/<ref>/helped/", obstacles.judge, name="judge"),
    path("obstacles/<ref>/echo/", obstacles.echo, name="echo"),
]
