"""现场记录: what was said and seen besides the items, and who took part."""

from datetime import date, time

from archives_enforcement.workflow import Refused, act
from inspections import powers as known_powers
from inspections.models import Inspection, PersonMet
from inspections.services import steps
from inspections.services.site import note, open_record

METHODS = ("听取汇报", "查阅资料", "核查现场", "询问", "安全测评")


@act
def record_facts(
    inspection: Inspection,
    *,
    actor,
    on: date,
    methods: list[str],
    people: list[dict] = (),
    powers: list[str] = (),
    met: str = "",
    summary: str = "",
    oral_feedback_to: str = "",
    oral_feedback: str = "",
    left_at: time | None = None,
) -> Inspection:
    """Record how the visit went: methods (of METHODS), people met, powers used, oral feedback.

    `people` are rows of name, title and role, which take the place of those kept; `met` says in
    words who else was there. `powers` are codes of inspections.powers, Refused without a lead.
    """
    inspection, backfilled = open_record(inspection, actor, on)
    if set(methods) - set(METHODS):
        raise Refused(f"检查方式只能从“{'、'.join(METHODS)}”中选择，没有保存。")
    if left_at and inspection.arrived_at and left_at < inspection.arrived_at:
        raise Refused(f"离开时间不能早于到达时间（{inspection.arrived_at:%H:%M}），没有保存。")
    if why := known_powers.refusal(inspection, powers):
        raise Refused(why)
    before = _said(inspection)
    _keep_people(inspection, people)
    facts = {
        "methods": list(methods),
        "powers": list(powers),
        "met": met,
        "summary": summary,
        "oral_feedback_to": oral_feedback_to,
        "oral_feedback": oral_feedback,
        "left_at": left_at,
    }
    for field, value in facts.items():
        setattr(inspection, field, value)
    inspection.save(update_fields=[*facts])
    if _said(inspection) != before:
        steps.review_again(inspection, actor=actor, on=on, backfilled=backfilled)
    found = {"met": met, "people": [dict(row) for row in people], "powers": list(powers)}
    note(inspection, "record_facts", "记录现场情况", actor, on, backfilled, **found)
    return inspection


def _said(inspection) -> list:
    """What of the visit the unit reads at 阅核; when they leave is not known by then."""
    names = ("methods", "powers", "met", "summary", "oral_feedback_to", "oral_feedback")
    people = list(inspection.people.order_by("pk").values_list("name", "title", "role"))
    return [*(getattr(inspection, name) for name in names), people]


def _keep_people(inspection, people: list[dict]) -> None:
    rows = [PersonMet(inspection=inspection, **row) for row in people]
    if any(not row.name.strip() or row.role not in PersonMet.Role.values for row in rows):
        raise Refused("在场人员要写明姓名并选择身份，没有保存。")
    inspection.people.all().delete()
    PersonMet.objects.bulk_create(rows)
