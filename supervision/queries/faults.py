"""Reads of 过错责任: where it came from, what happens next, what the paper says."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.urls import reverse

from archives_enforcement import faults
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents.queries import documents_about
from archives_enforcement.navigation import Step
from archives_enforcement.templatetags.formats import cn_date, cn_day
from archives_enforcement.whole_numbers import is_key
from archives_enforcement.workdays import deadlines
from inspections.models import Inspection
from penalties.models import Case, Challenge
from supervision.models import (
    Complaint,
    FaultRecord,
    FileReview,
    Remedy,
    RoundItem,
    SupervisionNotice,
)
from supervision.queries.complaints import staff
from supervision.queries.notices import live

CLOCK = "D-S07"
PAPER = "fault_decision"
S, O = FaultRecord.State, FaultRecord.Origin  # noqa: E741
SOURCES = {  # as an address names them → model and origin
    "round": (RoundItem, O.ROUND),
    "review": (FileReview, O.REVIEW),
    "notice": (SupervisionNotice, O.NOTICE),
    "complaint": (Complaint, O.COMPLAINT),
    "lamp": (AuditEntry, O.LAMP),
    "remedy": (Remedy, O.REMEDY),
    "challenge": (Challenge, O.REMEDY),
}


def entry_of(record, name: str) -> str:
    """The address at which that record becomes a 过错责任 (转过错认定)."""
    return f"{reverse('supervision:fault-create')}?from={name}-{record.pk}"


def found_source(text: str, user):
    """(record, origin) that `from=<name>-<key>` names and the user may see; (None, 其他) else."""
    name, _, key = text.partition("-")
    if name not in SOURCES or not is_key(key):
        return None, O.OTHER
    model, origin = SOURCES[name]
    return model.objects.visible_to(user).filter(pk=int(key)).first(), origin


def known_of(record) -> dict:
    """What a source says already: about which check or case, whom, by which form."""
    known = {"inspection": getattr(record, "inspection_id", None)}
    known["case"] = getattr(record, "case_id", None)
    if isinstance(record, Complaint):
        known["officer"] = record.against.values_list("pk", flat=True).first()
        known["facts"] = record.findings
    if isinstance(record, RoundItem):
        known["facts"] = "\n".join(f"{row.content}：{row.note}" for row in record.problems)
    if isinstance(record, SupervisionNotice):
        known["facts"] = record.facts
    if isinstance(record, AuditEntry):
        known |= _known_of_entry(record)
    return {name: value for name, value in known.items() if value}


def _known_of_entry(entry: AuditEntry) -> dict:
    lit = faults.relit((entry.details or {}).get("lamps", ()))
    about = entry.target
    return {
        "officer": entry.actor_id,
        "forms": sorted({row.form.number for row in lit}),
        "facts": f"{cn_date(entry.on)}{entry.label}：{'；'.join(row.fact for row in lit)}。",
        "inspection": about.pk if isinstance(about, Inspection) else None,
        "case": about.pk if isinstance(about, Case) else None,
    }


def pointing_at(source) -> dict:
    if source is None:
        return {}
    kind = ContentType.objects.get_for_model(source)
    return {"content_type": kind, "object_id": source.pk}


def about(source, user):
    """What was registered because of that record, for who may see it."""
    if not user.has_perm("supervision.view_faultrecord"):
        return FaultRecord.objects.none()
    return FaultRecord.objects.visible_to(user).filter(**pointing_at(source)).order_by("pk")


def own(user):
    """What this person was told of, latest first."""
    rows = FaultRecord.objects.visible_to(user).filter(officer=user, told_on__isnull=False)
    return rows.order_by("-told_on", "-pk")


def own_page(record: FaultRecord) -> str:
    return reverse("supervision:own-fault-detail", args=[record.pk])


def investigators(bureau):
    holds = Q(groups__permissions__codename="investigate_fault")
    return staff(bureau).filter(holds).distinct()


def live_paper(record: FaultRecord, user):
    return live(documents_about(record, user), PAPER)


def said_in_paper(record: FaultRecord) -> dict:
    """What the decision, or the proposal to who has the power, says."""
    rows = list(record.handlings.all())
    bodies = list(dict.fromkeys(row.competent for row in rows if row.competent))
    forms = "；".join(f"（{form.numeral}）{form.text.rstrip('。')}" for form in record.cited)
    bases = "；".join(dict.fromkeys(row.kind.basis for row in rows))
    return {
        "receiver": "、".join(bodies) or record.bureau.name,
        "person": record.officer.name,
        "facts": f"{record.findings}\n后果和影响：{record.harm}",
        "basis": f"{bases}。过错情形：{forms}。",
        "decision": f"{'；'.join(map(_decided, rows))}。\n{record.reasons}",
        "phone": record.bureau.phone,
    }


def _decided(row) -> str:
    return f"建议{row.competent}{row.kind.label}" if row.competent else row.kind.label


NEXT = {
    S.REGISTERED: "等待机关负责人指定调查人；关于机关负责人的，转有权机关。",
    S.HEARD: "已听取陈述申辩，或者期满没有陈述，请调查人提出处理意见。",
    S.PROPOSED: "等待机关负责人决定。",
    S.EXEMPT: "不予追究，已办结。",
    S.CLOSED: "处理已全部落实，办结。",
    S.REFERRED: "已转有权机关。",
}


def next_step(record: FaultRecord) -> str:
    if record.state == S.ASSIGNED:
        return f"请{record.investigator}告知当事人员，听取陈述申辩以后才能处理。"
    if record.state == S.TOLD:
        clock = deadlines.for_subject(record).filter(code=CLOCK).first()
        return f"等待当事人员在{cn_date(clock.due_on)}前陈述申辩。"
    if record.state == S.DECIDED:
        left = sum(row.done_on is None for row in record.handlings.all())
        if left:
            return f"还有 {left} 项处理要落实或者等待有权机关答复。"
        return "处理已全部落实，请办结。"
    return NEXT[record.state]


def steps(record: FaultRecord) -> list[Step]:
    """指定 → 告知 → 陈述申辩 → 意见 → 决定 → 落实 as the strip shows them."""
    order = (S.REGISTERED, S.ASSIGNED, S.TOLD, S.HEARD, S.PROPOSED, S.DECIDED)
    days = (
        record.assigned_on, record.told_on, record.stated_on, record.proposed_on,
        record.decided_on, record.ended_on,
    )  # fmt: skip
    labels = ("指定", "告知", "陈述申辩", "意见", "决定", "落实")
    here = order.index(record.state) if record.state in order else len(order)
    return [
        Step(label, "done" if place < here else "now" if place == here else "", cn_day(day))
        for place, (label, day) in enumerate(zip(labels, days, strict=True))
    ]


def shown_source(record: FaultRecord, user):
    """Words and address of what it came from; None for one that the user may not see."""
    kind = record.content_type
    if kind is None:
        return None
    source = kind.model_class().objects.visible_to(user).filter(pk=record.object_id).first()
    if source is None:
        return None
    if isinstance(source, AuditEntry):
        target = getattr(source.target, "get_absolute_url", None)
        return f"{source.label}：{source.target_name}", target() if target else ""
    if isinstance(source, Challenge):
        return str(source), source.case.get_absolute_url()
    return str(source), source.get_absolute_url()
