"""认定事实: an officer records what is known of a lead; the law then says what may be done."""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.documents.models import Document
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Act, Refused, act, check_date, check_permission, lock
from inspections.models import Lead
from penalties import guards, order_guards
from penalties.fitness import Facts, questions
from penalties.models import Case, Determination, Violation
from penalties.queries import gate
from penalties.services import transfers
from penalties.services.handling import HANDLE, stated

LABEL = "认定事实"
OVER = (Case.State.NOT_FILED, Case.State.DECIDED, Case.State.CLOSED)


@act
def determine(
    lead: Lead, *, actor, on: date, violation: Violation, answers: dict[str, str], grounds: str,
    order_paper: Document | None = None, order_due_on: date | None = None,
) -> Determination:  # fmt: skip
    """Record which act it is, the answers to its questions and what shows them.

    `answers` maps names of fitness.QUESTIONS to their answers; what is left out is 尚未查明. Each
    recording takes the place of the one before it, which stays as history. `order_paper` is the
    责令 that the answers speak of, `order_due_on` its last day where no clock runs on it. Raises
    Refused for an answer that is none, an order that is not shown, a lead that is settled, a case
    that is decided, or nothing new.
    """
    lead = lock(lead, actor)
    check_permission(actor, HANDLE, LABEL)
    backfilled = check_date(actor, on)
    before = gate.latest(lead)
    _check_time(lead, before, actor, on)
    if not Violation.objects.in_force(on).filter(pk=violation.pk).exists():
        raise Refused(f"“{violation}”的规定在{cn_date(on)}没有施行，不能适用。")
    facts = _facts(lead, violation, answers)
    known = {name: facts.answers[name] for name in questions(facts.act, facts.subject)}
    if why := order_guards.shown(lead, facts, order_paper, order_due_on, on):
        raise Refused(why)
    text = stated(grounds, "查明的情况，包括根据什么材料认定")
    said = (violation, known, text, order_paper, order_due_on)
    if before and said == (
        before.violation, before.answers, before.grounds, before.order_paper, before.order_due_on,
    ):  # fmt: skip
        raise Refused("认定的事实和上一次相同，没有保存。")
    made = Determination.objects.create(
        lead=lead, violation=violation, subject=facts.subject, answers=known, grounds=text,
        order_paper=order_paper, order_due_on=order_due_on, made_by=actor, made_on=on,
    )  # fmt: skip
    transfers.watch(lead, gate.judge(made, lead.bureau, on), on)
    details = {"violation": violation.code, "subject": facts.subject, "answers": known}
    trail.record(
        lead, "determine", LABEL, actor=actor, on=on, backfilled=backfilled, note=text,
        details=details,
    )  # fmt: skip
    return made


def _facts(lead: Lead, violation: Violation, answers: dict[str, str]) -> Facts:
    try:
        return Facts.of(lead.party.kind, violation.code, answers)
    except ValueError as error:
        raise Refused("有一项事实的回答不在选项之内，请重新选择。") from error


def _check_time(lead: Lead, before: Determination | None, actor, on: date) -> None:
    """Not before the lead or the last recording; after 提请立案 only by those in charge."""
    earliest = max(filter(None, (lead.received_on, before and before.made_on)))
    if on < earliest:
        raise Refused(
            f"认定日期不能早于收到线索或者上一次认定的日期（{cn_date(earliest)}），"
            "请按实际先后填写。"
        )
    case = getattr(lead, "case", None)
    if lead.state in (Lead.State.DROPPED, Lead.State.SETTLED) or (case and case.state in OVER):
        raise Refused("这条线索已经处理完毕，不能再认定事实；有新的事实的，请另行登记线索。")
    if case and (why := guards.handled_by_own_officer(case, Act(actor, on))):
        raise Refused(why)
