"""Why a step on a 过错责任 is not lawful yet; each guard returns the sentence or None."""

from archives_enforcement import faults
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Act
from supervision import handlings
from supervision.complaint_guards import stands_apart
from supervision.models import FaultRecord, Remedy

SOURCE = handlings.SOURCE
PRACTICE = "本机关执法监督工作规范"
CLOCK = "D-S07"


def forms_known(numbers) -> str | None:
    if numbers and all(number in faults.FORMS for number in numbers):
        return None
    return f"请选择至少一种过错情形。依据：{SOURCE}（二十二种情形）。"


def investigator_is_another(record: FaultRecord, person) -> str | None:
    return stands_apart(person, {record.officer_id}, record.inspection, record.case)


def still_another(record: FaultRecord, act: Act) -> str | None:
    """Asked anew at each step: he may have joined the matter meanwhile."""
    return investigator_is_another(record, record.investigator)


def by_its_investigator(record: FaultRecord, act: Act) -> str | None:
    if record.investigator_id in act.persons:
        return None
    return f"这件事由{record.investigator}调查，请由调查人办理。依据：{PRACTICE}。"


def not_his_own(record: FaultRecord, act: Act) -> str | None:
    if record.officer_id in act.persons:
        return f"您是当事人员，不能办理自己的过错责任。依据：{PRACTICE}。"
    return None


def decided_by_another(record: FaultRecord, act: Act) -> str | None:
    if record.investigator_id in act.persons:
        return f"调查人不能决定自己调查的事，请由机关负责人决定。依据：{PRACTICE}。"
    return None


def in_order(record: FaultRecord, act: Act) -> str | None:
    """No step before the one that came last."""
    days = (
        ("登记", record.registered_on), ("指定", record.assigned_on), ("告知", record.told_on),
        ("陈述", record.stated_on), ("提出意见", record.proposed_on), ("决定", record.decided_on),
    )  # fmt: skip
    what, last = max((row for row in days if row[1]), key=lambda row: row[1])
    if act.on < last:
        return f"办理日期不能早于{what}日期（{cn_date(last)}）。"
    return None


def term_is_over(record: FaultRecord, act: Act) -> str | None:
    """Silence lets the matter go on only when the term he was given is over."""
    clock = deadlines.for_subject(record).filter(code=CLOCK).order_by("-pk").first()
    if clock and act.on <= clock.due_on:
        return (
            f"陈述申辩的期限到{cn_date(clock.due_on)}，期满没有陈述的才能往下办。"
            f"依据：{PRACTICE}（先听取陈述申辩，再处理）。"
        )
    return None


def not_stated(record: FaultRecord) -> bool:
    return record.stated_on is None


def measures_lawful(record: FaultRecord, codes) -> str | None:
    """One or several of the six; a share of a compensation only where one was paid."""
    if not codes or any(code not in handlings.MEASURES for code in codes):
        return f"请选择一种或者几种处理方式；不予追究的，请另行办理。依据：{SOURCE}（六种方式）。"
    if set(codes).issuperset(handlings.PAYING):
        return "承担全部和部分赔偿费用只能选一种。"
    if set(codes) & set(handlings.PAYING) and not _compensated(record):
        return (
            "没有登记与这件事有关的、已经决定赔偿的行政赔偿，不能责令承担赔偿费用。"
            f"依据：{handlings.COMPENSATION_LAW}。"
        )
    return None


def _compensated(record: FaultRecord) -> bool:
    paid = Remedy.objects.filter(
        bureau=record.bureau, kind=Remedy.Kind.COMPENSATION, outcome=Remedy.Outcome.PAID
    )
    if isinstance(record.source, Remedy) and paid.filter(pk=record.source.pk).exists():
        return True
    if record.case_id and paid.filter(case=record.case_id).exists():
        return True
    return bool(record.inspection_id) and paid.filter(inspection=record.inspection_id).exists()


def harm_is_stated(record: FaultRecord) -> str | None:
    if record.harm:
        return None
    return (
        "没有写明危害后果或者不良影响，不能追究；没有造成的，请办理“不予追究”。"
        f"依据：{SOURCE}（造成危害后果或者不良影响的，应当追究）。"
    )


def all_handled(record: FaultRecord, act: Act) -> str | None:
    """Closed only when each measure was carried out, or answered by who has the power."""
    left = [str(row) for row in record.handlings.all() if row.done_on is None]
    if not record.handlings.exists():
        return f"没有处理，不能办结。依据：{SOURCE}。"
    if left:
        return f"{'、'.join(left)}还没有落实或者没有收到答复，不能办结。依据：{SOURCE}。"
    return None
