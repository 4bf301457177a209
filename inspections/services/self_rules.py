"""Settings of 年度自查: 报送规则 and 自查表, dated and never altered."""

from collections.abc import Iterable
from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock
from inspections.models import ReportRule, SelfForm, SelfQuestion
from inspections.models.self_rules import LAW
from inspections.services.self_inspection import OPEN

STATED = (
    "title", "kinds", "roll", "basis", "mark", "ceiling", "ceiling_basis", "remind_before",
    "order_article", "effective_from",
)  # fmt: skip
SEPARATOR = "｜"
PARTS = {label: value for value, label in SelfQuestion.Part.choices}
ANSWERS = {label: value for value, label in SelfQuestion.Answer.choices}


@act
def set_rule(*, actor, on: date, **stated) -> ReportRule:
    """设定报送规则 (`STATED`); ValidationError where it binds whom no article binds."""
    check_permission(actor, OPEN, "设定报送规则")
    backfilled = check_date(actor, on)
    rule = ReportRule(bureau=actor.bureau, made_by=actor, **stated)
    if not rule.kinds:
        raise Refused({"kinds": "请至少选择一类报送义务人。"})
    rule.full_clean()
    rule.save()
    trail.record(
        rule, "set_report_rule", "设定报送规则", actor=actor, on=on, backfilled=backfilled,
        details={"bound": rule.bound_in_words, "basis": rule.basis, "ceiling": rule.ceiling},
    )  # fmt: skip
    return rule


@act
def end_rule(rule: ReportRule, *, actor, on: date, last_day: date, note: str) -> ReportRule:
    """停用 a rule of the bureau's own after `last_day`."""
    rule = lock(rule, actor)
    check_permission(actor, OPEN, "停用报送规则")
    backfilled = check_date(actor, on)
    if rule.ended_on is not None:
        raise Refused(f"“{rule}”已设定适用至{cn_date(rule.ended_on)}，不能再改。")
    if last_day < on:
        raise Refused({"last_day": "适用至的日期不能早于今天，以前的情况仍按原规则。"})
    if not note.strip():
        raise Refused({"note": "请写明停用的原因。"})
    rule.ended_on = last_day
    rule.save(update_fields=["ended_on"])
    trail.record(
        rule, "end_report_rule", "停用报送规则", actor=actor, on=on, backfilled=backfilled,
        note=note.strip(),
    )  # fmt: skip
    return rule


@act
def make_form(
    *, actor, on: date, name: str, source: str, effective_from: date, lines: Iterable[str]
) -> SelfForm:
    """编制自查表: a new version, one line a question (部分｜答法｜检查事项编号｜问题).

    Raises Refused with the number of the line that cannot be read, and where one of the contents
    that every report must have is asked for nowhere.
    """
    check_permission(actor, OPEN, "编制自查表")
    backfilled = check_date(actor, on)
    if effective_from < trail.today():
        raise Refused({"effective_from": "新的自查表最早从今天起启用，以前布置的自查仍用原表。"})
    rows = [_question(place, line) for place, line in enumerate(filter(str.strip, lines), start=1)]
    asked = {row.part for row in rows}
    if missing := [part.label for part in SelfQuestion.MANDATORY if part not in asked]:
        raise Refused(
            {"lines": f"自查表必须有{'和'.join(missing)}的问题。依据：{LAW}和本机关的报送要求。"}
        )
    form = SelfForm(
        bureau=actor.bureau, made_by=actor, name=name.strip(), source=source.strip(),
        effective_from=effective_from,
    )  # fmt: skip
    form.full_clean()
    form.save()
    for row in rows:
        row.form = form
    SelfQuestion.objects.bulk_create(rows)
    trail.record(
        form, "make_form", "编制自查表", actor=actor, on=on, backfilled=backfilled,
        details={"questions": len(rows)},
    )  # fmt: skip
    return form


def _question(place: int, line: str) -> SelfQuestion:
    cells = [cell.strip() for cell in line.replace("|", SEPARATOR).split(SEPARATOR)]
    if len(cells) != 4 or cells[0] not in PARTS or cells[1] not in ANSWERS or not cells[3]:
        raise Refused({"lines": (
            f"第 {place} 行不能识别。请写成“部分｜答法｜检查事项编号（可空）｜问题”：部分是"
            f"{'、'.join(PARTS)}，答法是{'、'.join(ANSWERS)}。"
        )})  # fmt: skip
    part, answer, item_code, text = cells
    row = SelfQuestion(
        position=place, part=PARTS[part], answer=ANSWERS[answer], item_code=item_code, text=text
    )
    row.full_clean(exclude=["form"])
    return row


def as_lines(form: SelfForm) -> str:
    """The questions of a version, as they are typed for the next one."""
    return "\n".join(
        SEPARATOR.join((row.get_part_display(), row.get_answer_display(), row.item_code, row.text))
        for row in form.questions.all()
    )
