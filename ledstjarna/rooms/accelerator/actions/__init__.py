"""What can be done in the accelerator: check, change, record, return."""

from ledstjarna.rooms.accelerator.actions.calls import (
    call_off,
    change_call,
    close_call,
    open_call,
    prolong_call,
    set_call,
)
from ledstjarna.rooms.accelerator.actions.challenges import change_challenge, end_challenge, set_challenge
from ledstjarna.rooms.accelerator.actions.copies import mend_copy, release_copies
from ledstjarna.rooms.accelerator.actions.deciding import decide_call, weigh
from ledstjarna.rooms.accelerator.actions.entries import enter, withdraw, write_entry
from ledstjarna.rooms.accelerator.actions.gates import pass_gate
from ledstjarna.rooms.accelerator.actions.ideas import invite, join, leave, tell_idea
from ledstjarna.rooms.accelerator.actions.initiatives import aim, begin, fund, measure, note, plan
from ledstjarna.rooms.accelerator.actions.judging import (
    assess,
    assign,
    declare,
    lock,
    seat_assessor,
    unseat_assessor,
)
from ledstjarna.rooms.accelerator.actions.registers import bring_register, drop_register, settle_register
from ledstjarna.rooms.accelerator.actions.shaping import (
    add_criterion,
    add_question,
    drop_part,
    move_part,
    usual_form,
)

__all__ = [
    "add_criterion",
    "add_question",
    "aim",
    "assess",
    "assign",
    "begin",
    "bring_register",
    "call_off",
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
    "move_part",
    "note",
    "open_call",
    "pass_gate",
    "plan",
    "prolong_call",
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
