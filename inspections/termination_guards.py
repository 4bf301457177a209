"""Why what a unit left open may not be ended, or not be asked of it any more, or None."""

from datetime import date

from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Act
from inspections.models import Finding, Interview, Termination
from inspections.queries import terminations as queries
from units.models import Unit
from units.services import succession_in_words

PRACTICE = "依据：本机关检查工作规范。"


def _unit(record: Termination | Finding | Interview) -> Unit:
    return record.inspection.unit if isinstance(record, Finding) else record.unit


def still_somebody(unit: Unit) -> str | None:
    """终结 is for a unit that nobody goes on with; else it or its heir has to put things right."""
    if unit.is_active:
        return (
            f"{unit}还在册，没有整改的问题应当由它整改，不能终结。"
            f"单位已经撤销的，请先在单位页面登记撤销。{PRACTICE}"
        )
    if not unit.left_no_heir:
        return f"{succession_in_words(unit)}，没有整改的问题由承继单位整改，不能终结。{PRACTICE}"
    return None


def nobody_goes_on(record, act: Act) -> str | None:
    unit = _unit(record)
    return still_somebody(unit) or before_the_end(unit, act.on)


def before_the_end(unit: Unit, on: date) -> str | None:
    ended = queries.ended_on(unit)
    if ended and on < ended:
        return f"办理日期不能早于单位撤销的日期（{cn_date(ended)}）。"
    return None


def something_left(termination: Termination, act: Act) -> str | None:
    if queries.left_by(termination.unit).lines:
        return None
    return "这个单位已经没有需要终结的事项，请选“不同意终结”并写明原因。"


def decided_by_another(termination: Termination, act: Act) -> str | None:
    if termination.proposed_by_id in act.persons:
        return f"您提出的终结不能由您自己决定，请由其他负责人决定。{PRACTICE}"
    return None


def not_before_proposal(termination: Termination, act: Act) -> str | None:
    if act.on < termination.proposed_on:
        return f"决定日期不能早于提出日期（{cn_date(termination.proposed_on)}）。"
    return None


def nothing_asked_of(unit: Unit, on: date) -> str | None:
    """From its end on nothing is asked of a unit without an heir, nor entered as its answer."""
    ended = queries.ended_on(unit) if unit.left_no_heir else None
    if ended is None or on < ended:
        return None
    return (
        f"{succession_in_words(unit)}，不能再回复、代录、催办、约谈、函询或者回头看；"
        f"没有整改的问题，请在单位页面提出终结整改，由机关负责人决定。{PRACTICE}"
    )


def somebody_answers(finding: Finding, act: Act) -> str | None:
    return nothing_asked_of(finding.inspection.unit, act.on)
