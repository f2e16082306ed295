"""What may be asked of the experiments room."""

from ledstjarna.rooms.experiments.reads.desks import (
    AlterDesk,
    LayDesk,
    SheetDesk,
    alter_desk,
    lay_desk,
    sheet_desk,
)
from ledstjarna.rooms.experiments.reads.home import Home, TestList, TestRow, home, small_tests
from ledstjarna.rooms.experiments.reads.lessons import (
    LessonDesk,
    LessonList,
    LessonPage,
    LessonRow,
    innovations,
    lesson,
    lesson_desk,
    lessons,
    teach_desk,
)
from ledstjarna.rooms.experiments.reads.sprints import ReviewPage, SprintPage, review, sprint
from ledstjarna.rooms.experiments.reads.tests import SketchDesk, TestPage, mend_desk, new_desk, small_test

__all__ = [
    "AlterDesk",
    "Home",
    "LayDesk",
    "LessonDesk",
    "LessonList",
    "LessonPage",
    "LessonRow",
    "ReviewPage",
    "SheetDesk",
    "SketchDesk",
    "SprintPage",
    "TestList",
    "TestPage",
    "TestRow",
    "alter_desk",
    "home",
    "innovations",
    "lay_desk",
    "lesson",
    "lesson_desk",
    "lessons",
    "mend_desk",
    "new_desk",
    "review",
    "sheet_desk",
    "sprint",
    "teach_desk",
    "small_test",
    "small_tests",
]
