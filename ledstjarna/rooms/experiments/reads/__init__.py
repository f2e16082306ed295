"""What may be asked of the experiments room."""

from ledstjarna.rooms.experiments.reads.calls import (
    CallDate,
    CallDesk,
    CallPage,
    CallRow,
    call,
    call_date,
    call_desk,
)
from ledstjarna.rooms.experiments.reads.desks import (
    AlterDesk,
    LayDesk,
    SheetDesk,
    alter_desk,
    lay_desk,
    sheet_desk,
)
from ledstjarna.rooms.experiments.reads.feeds import (
    CitiesPage,
    CityRow,
    ForeignPage,
    PublicFeed,
    PublicLesson,
    cities,
    foreign,
    public_lessons,
)
from ledstjarna.rooms.experiments.reads.front import FrontPage, FrontRow, Theme, front_runners
from ledstjarna.rooms.experiments.reads.home import Home, home
from ledstjarna.rooms.experiments.reads.lessons import LessonPage, lesson
from ledstjarna.rooms.experiments.reads.lists import TestList, TestRow, small_tests
from ledstjarna.rooms.experiments.reads.offers import OfferRow, OffersPage, Taught, offers
from ledstjarna.rooms.experiments.reads.reviews import ReviewPage, review
from ledstjarna.rooms.experiments.reads.search import FindPage, FoundRow, Wanted, find
from ledstjarna.rooms.experiments.reads.shelf import LessonList, LessonRow, innovations, lessons
from ledstjarna.rooms.experiments.reads.similar import Similar, SimilarPart, similar
from ledstjarna.rooms.experiments.reads.sketches import SketchDesk, mend_desk, new_desk
from ledstjarna.rooms.experiments.reads.spread import SpreadPage, Twig, spread
from ledstjarna.rooms.experiments.reads.sprints import SprintPage, sprint
from ledstjarna.rooms.experiments.reads.tests import TestPage, small_test
from ledstjarna.rooms.experiments.reads.wording import LessonDesk, lesson_desk, teach_desk

__all__ = [
    "AlterDesk",
    "CallDate",
    "CallDesk",
    "CallPage",
    "CallRow",
    "CitiesPage",
    "CityRow",
    "FindPage",
    "ForeignPage",
    "FoundRow",
    "FrontPage",
    "FrontRow",
    "Home",
    "LayDesk",
    "LessonDesk",
    "LessonList",
    "LessonPage",
    "LessonRow",
    "OfferRow",
    "OffersPage",
    "PublicFeed",
    "PublicLesson",
    "ReviewPage",
    "SheetDesk",
    "Similar",
    "SimilarPart",
    "SketchDesk",
    "SpreadPage",
    "SprintPage",
    "Taught",
    "TestList",
    "TestPage",
    "TestRow",
    "Theme",
    "Twig",
    "Wanted",
    "alter_desk",
    "call",
    "call_date",
    "call_desk",
    "cities",
    "find",
    "foreign",
    "front_runners",
    "home",
    "innovations",
    "lay_desk",
    "lesson",
    "lesson_desk",
    "lessons",
    "mend_desk",
    "new_desk",
    "offers",
    "public_lessons",
    "review",
    "sheet_desk",
    "similar",
    "small_test",
    "small_tests",
    "spread",
    "sprint",
    "teach_desk",
]
