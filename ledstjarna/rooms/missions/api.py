"""The missions room's JSON door."""

from ledstjarna.rooms.missions import actions, forms, reads
from ledstjarna.web.api import Read, Write
from ledstjarna.web.fields import Confirm

API = [
    Read("steering/", reads.steering),
    Read("mine/", reads.mine),
    Read("cards/{ref}/", reads.card),
    Write("cards/{ref}/", forms.ChangeCard, actions.change_card),
    Write("cards/{ref}/agree/", Confirm, actions.agree_card),
    Write("people/{ref}/card/", forms.Card, actions.write_card),
    Read("at/{ref}/", reads.holder),
    Write("at/{ref}/mission/", forms.Mission, actions.set_mission),
    Write("at/{ref}/goals/", forms.Goal, actions.set_goal),
    Write("at/{ref}/plans/", forms.Plan, actions.set_plan),
    Write("at/{ref}/programmes/", forms.Programme, actions.set_programme),
    Write("at/{ref}/directions/", forms.Direction, actions.set_direction),
    Read("at/{ref}/register/", reads.register),
    Write("at/{ref}/register/", forms.Delegate, actions.delegate),
    Read("delegations/{ref}/", reads.delegation),
    Write("delegations/{ref}/decisions/", forms.Decided, actions.decide_by),
    Write("delegations/{ref}/report/", forms.Report, actions.report),
    Write("delegations/{ref}/revoke/", forms.Revoke, actions.revoke),
    Read("aims/{ref}/", reads.aim),
    Write("aims/{ref}/stop/", forms.Stop, actions.stop_aim),
    Write("about/{ref}/indicators/", forms.Follow, actions.follow),
    Write("about/{ref}/talks/", forms.Met, actions.hold),
    Write("about/{ref}/outlooks/", forms.Look, actions.look),
    Write("about/{ref}/questions/", forms.Ask, actions.ask),
    Read("indicators/{ref}/", reads.indicator),
    Write("indicators/{ref}/", forms.Measure, actions.measure),
    Write("indicators/{ref}/wants/", forms.Want, actions.want),
    Read("talks/{ref}/", reads.talk),
    Read("outlooks/{ref}/", reads.outlook),
    Read("questions/", reads.questions),
    Read("questions/{ref}/", reads.question),
    Write("questions/{ref}/", forms.Answer, actions.answer),
    Write("questions/{ref}/postpone/", forms.Postpone, actions.postpone),
]
