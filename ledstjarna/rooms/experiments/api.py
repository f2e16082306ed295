"""The experiments room's JSON door."""

from ledstjarna.rooms.experiments import actions, forms, reads
from ledstjarna.web.api import Read, Write
from ledstjarna.web.fields import Confirm

ON_THEIR_WAY = [
    Read("lessons/find/", reads.find),
    Read("lessons/ahead/", reads.front_runners),
    Read("lessons/public/", reads.public_lessons),
    Read("lessons/offers/", reads.offers),
    Write("lessons/offers/", Confirm, actions.deal),
    Read("lessons/cities/", reads.cities),
    Write("lessons/cities/", forms.AddFeed, actions.add_feed),
    Write("lessons/cities/{ref}/drop/", Confirm, actions.drop_feed),
    Read("lessons/of-others/{ref}/", reads.foreign),
    Read("lessons/{ref}/spread/", reads.spread),
    Read("lessons/{ref}/similar/", reads.similar),
    Write("lessons/{ref}/decline/", Confirm, actions.decline),
]
API = [
    *ON_THEIR_WAY,
    Read("", reads.home),
    Read("tests/", reads.small_tests),
    Write("tests/", forms.Idea, actions.sketch),
    Read("tests/{ref}/", reads.small_test),
    Write("tests/{ref}/", forms.Mend, actions.mend),
    Write("tests/{ref}/lay/", forms.Lay, actions.lay),
    Write("tests/{ref}/ask/", Confirm, actions.ask),
    Write("tests/{ref}/start/", Confirm, actions.start),
    Write("tests/{ref}/join/", Confirm, actions.join),
    Write("tests/{ref}/leave/", Confirm, actions.leave),
    Read("tests/{ref}/sprint/", reads.sprint),
    Write("tests/{ref}/observations/", forms.Log, actions.log),
    Write("tests/{ref}/observations/undo/", Confirm, actions.undo),
    Write("tests/{ref}/notes/", forms.Note, actions.note),
    Write("tests/{ref}/rule/", forms.Alter, actions.alter),
    Write("tests/{ref}/end/", Confirm, actions.wind_up),
    Read("tests/{ref}/review/", reads.review),
    Write("tests/{ref}/review/", forms.Conclude, actions.conclude),
    Write("tests/{ref}/cancel/", forms.Cancel, actions.cancel),
    Write("tests/{ref}/again/", Confirm, actions.try_again),
    Write("tests/{ref}/open/", forms.OpenTest, actions.open_test),
    Write("tests/{ref}/lessons/", forms.Teach, actions.teach),
    Read("lessons/", reads.lessons),
    Read("lessons/{ref}/", reads.lesson),
    Write("lessons/{ref}/", forms.Reword, actions.reword),
    Write("lessons/{ref}/open/", forms.OpenLesson, actions.open_lesson),
    Write("lessons/{ref}/renew/", forms.Renew, actions.renew),
    Write("lessons/{ref}/retire/", forms.Retire, actions.retire),
    Write("lessons/{ref}/offer/", Confirm, actions.offer),
    Write("lessons/{ref}/withdraw/", Confirm, actions.withdraw),
    Write("lessons/{ref}/uptake/", forms.TakeUp, actions.take_up),
]
