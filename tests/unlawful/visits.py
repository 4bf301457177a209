"""检查: by two licensed officers, approved for the day, announced, by a published list."""

from datetime import time, timedelta

from django.urls import reverse

from inspections.models import Inspection, ListPublication
from inspections.services import escalation, handing_over, recording, urgent, visit_decisions
from tests import factories
from tests.inspections import arranging
from tests.inspections.ruling import make_cap
from tests.unlawful.attempts import Deed, Row
from tests.unlawful.filing import PENALTY
from tests.unlawful.visiting import ASKED, DAY

REGULATION = "《中华人民共和国档案法实施条例》第四十七条"
POLICY = "国办发〔2024〕54号"
PRACTICE = "本机关检查工作规范"
TWO = f"不足两人.*{REGULATION}"


def visit(walk):
    return Inspection.objects.get(pk=walk.visit.pk)


def act(page, who, service, facts=None) -> Deed:
    return Deed(who, f"inspections:inspection-{page}", service, facts or {}, on=visit)


SUBMIT = act("submit", "officer", visit_decisions.submit_inspection)
APPROVE = act("approve", "head", visit_decisions.approve_inspection)
START = act("start", "officer", recording.start, {"arrived_at": time(9, 5), "place": "示例路2号"})
URGENT = act(
    "go-urgently", "officer", urgent.go_urgently,
    {"arrived_at": time(9, 5), "reason": "库房正在进水。"},
)  # fmt: skip


def hand_over(record, *, actor, giver, taker, **given):
    return handing_over.hand_over(giver, taker, actor=actor, **given)


HAND_OVER = Deed(
    "head", lambda walk: reverse("inspections:inspection-hand-over"), hand_over,
    lambda walk: {"giver": walk.officer, "taker": walk.taker, "reason": "调离"},
)  # fmt: skip


PRESS = Deed(
    "officer", lambda walk: f"{visit(walk).get_absolute_url()}{walk.page}/", escalation.take_step,
    lambda walk: {
        "step": walk.step, "findings": list(walk.visit.findings.all()), "reason": "逾期没有整改。",
    },
    on=visit,
)  # fmt: skip


def rung(step, page):
    def choose(walk):
        walk.step, walk.page = step, page

    return choose


def alone(walk):
    walk.visit.team.filter(user=walk.second).delete()


def licence_to(day):
    return lambda walk: walk.second.certificates.update(valid_to=day)


def capped(times):
    """The ceiling of checks at an enterprise in a year, one of which is arranged already."""

    def do(walk):
        arranging.draft_visit(walk.officer, walk.unit, on=ASKED, scheduled_on=DAY)
        make_cap(walk.clerk, times, on=ASKED)

    return do


def unpublished(walk):
    ListPublication.objects.all().delete()


def drafter_may_approve(walk):
    walk.officer.groups.add(*walk.head.groups.all())


def on_the(day):
    return lambda walk: setattr(walk, "day", day)


def unapproved(walk):
    Inspection.objects.filter(pk=walk.visit.pk).update(approved_on=None)


def field(**values):
    return lambda walk: Inspection.objects.filter(pk=walk.visit.pk).update(**values)


def taker(walk):
    walk.taker = factories.make_officer("taker", walk.bureau)


def taker_on_the_case(walk):
    walk.taker = walk.second


def unlicensed_taker(walk):
    taker(walk)
    walk.taker.certificates.update(valid_to=walk.day - timedelta(1))


def taker_licensed_to_the_day(walk):
    taker(walk)
    walk.taker.certificates.update(valid_to=walk.day)


def reviewing_taker(walk):
    taker(walk)
    walk.case.reviews.update(reviewed_by=walk.taker)


# fmt: off
ROWS = [
    Row("one officer at a visit", TWO, "visit_drafted", SUBMIT, alone),
    Row("a certificate that ends before the visit", TWO, "visit_drafted", SUBMIT,
        licence_to(DAY - timedelta(1)), licence_to(DAY)),
    Row("an enterprise beyond its ceiling", "达到上限 1 次.*依据", "visit_drafted", SUBMIT,
        capped(1), capped(2)),
    Row("an enterprise by a list nobody knows", f"还没有公布.*{POLICY}", "visit_drafted", SUBMIT,
        unpublished),
    Row("in haste with one officer", TWO, "visit_drafted", URGENT, alone),
    Row("in haste by a list nobody knows", f"还没有公布.*{POLICY}", "visit_drafted", URGENT,
        unpublished),
    Row("in haste beyond the ceiling", "达到上限 1 次.*依据", "visit_drafted", URGENT, capped(1),
        capped(2)),
    Row("in haste without a reason", "情况紧急", "visit_drafted", URGENT, wrong={"reason": " "},
        closed=True),
    Row("approved with one officer", TWO, "visit_pending", APPROVE, alone),
    Row("a visit approved by who drafted it", "不能批准自己拟定的检查", "visit_pending", APPROVE,
        drafter_may_approve, by="officer"),
    Row("approved after the day", f"应当事先经机关负责人批准.*{POLICY}", "visit_pending", APPROVE,
        on_the(DAY + timedelta(1)), on_the(DAY)),
    Row("approved beyond the ceiling", "达到上限 1 次.*依据", "visit_pending", APPROVE, capped(1),
        capped(2)),
    Row("approved by a list nobody knows", f"还没有公布.*{POLICY}", "visit_pending", APPROVE,
        unpublished),
    Row("begun without approval", f"还没有批准，不能开始.*{POLICY}", "visit_approved", START,
        unapproved),
    Row("begun the day before", "批准的检查日期是.*54号", "visit_approved", START,
        on_the(DAY - timedelta(1)), on_the(DAY)),
    Row("begun the day after", "批准的检查日期是.*54号", "visit_approved", START,
        on_the(DAY + timedelta(1)), on_the(DAY)),
    Row("begun with one certificate", TWO, "visit_approved", START,
        licence_to(DAY - timedelta(1)), licence_to(DAY)),
    Row("begun beyond the ceiling", "达到上限 1 次.*依据", "visit_approved", START, capped(1),
        capped(2)),
    Row("begun by a list nobody knows", f"还没有公布.*{POLICY}", "visit_approved", START,
        unpublished),
    Row("an enterprise not told and no reason why", f"不预先通知的理由.*{POLICY}", "visit_approved",
        START, field(unannounced="")),

    Row("a sanction proposed for being late alone",
        "先转为线索，认定事实.*《中华人民共和国档案法》第四十八条", "visit_failed", PRESS,
        rung("proposal", "propose"), rung("lead", "to-lead")),

    Row("a recusal that leaves one officer", "替换后不足两人.*第四十二条", "review", HAND_OVER,
        taker_on_the_case, taker),
    Row("a case given to one without a certificate", f"没有有效的执法证件.*{PENALTY}第四十二条",
        "review", HAND_OVER, unlicensed_taker, taker_licensed_to_the_day),
    Row("a case given to its reviewer", f"法制审核，不能再承办.*{PENALTY}第五十八条", "review",
        HAND_OVER, reviewing_taker, taker),
    Row("a case given to the same officer", "接办人不能是移交人自己.*第四十二条", "review",
        HAND_OVER,
        taker, taker, {"taker": lambda walk: walk.officer}),
]
# fmt: on
