"""What can be done in the accelerator: check, change, record, return."""

from ledstjarna.rooms.accelerator.actions.calls import (
    add_criterion,
    add_question,
    change_call,
    close_call,
    drop_part,
    mend_copy,
    open_call,
    release_copies,
    set_call,
    usual_form,
)
from ledstjarna.rooms.accelerator.actions.challenges import change_challenge, end_challenge, set_challenge
from ledstjarna.rooms.accelerator.actions.deciding import decide_call, weigh
from ledstjarna.rooms.accelerator.actions.entries import enter, withdraw, write_entry
from ledstjarna.rooms.accelerator.actions.ideas import invite, join, leave, tell_idea
from ledstjarna.rooms.accelerator.actions.initiatives import aim, begin, fund, measure, note, pass_gate, plan
from ledstjarna.rooms.accelerator.actions.judging import (
    assess,
    assign,
    declare,
    lock,
    seat_assessor,
    unseat_assessor,
)
from ledstjarna.rooms.accelerator.actions.registers import bring_register, drop_register, settle_register

__all__ = [
    "add_criterion",
    "add_question",
    "aim",
    "assess",
    "assign",
    "begin",
    "bring_register",
    "change_call",
    "change_challenge",
    "close_call",
    "decide_call",
    "declare",
    "drop_part",
    "drop_register",
    "end_challenge",
    "enter",
    "fund",
    "invite",
    "join",
    "leave",
    "lock",
    "measure",
    "mend_copy",
    "note",
    "open_call",
    "pass_gate",
    "plan",
    "release_copies",
    "seat_assessor",
    "set_call",
    "set_challenge",
    "settle_register",
    "tell_idea",
    "unseat_assessor",
    "usual_form",
    "weigh",
    "withdraw",
    "write_entry",
]
