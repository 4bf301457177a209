"""调查取证: numbered evidence, the facts with the elements they prove, and the end of it."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Max

from archives_enforcement.audit import trail
from archives_enforcement.files.services import attach
from archives_enforcement.workflow import Refused, act
from penalties.models import Case, ElementFinding, Evidence
from penalties.queries.law import PENALTY_LAW
from penalties.services.handling import open_for, stated
from penalties.workflow import CASE_FLOW

S = Case.State
GATHERING = (S.ON_THE_SPOT, S.INVESTIGATING)


@act
def add_evidence(
    case: Case,
    *,
    actor,
    on: date,
    kind: str,
    title: str,
    proves: str,
    source: str,
    obtained_on: date,
    certificates_shown: bool = False,
    files=(),
) -> Evidence:
    """登记证据: one of the eight kinds of 行政处罚法第四十六条, numbered in order.

    Raises Refused when it was taken face to face without showing the certificate (第五十五条).
    """
    case, backfilled = open_for(case, GATHERING, "登记证据", actor=actor, on=on)
    if kind not in Evidence.Kind.values:
        raise Refused(f"证据只能是法定的八种之一，请重新选择。依据：{PENALTY_LAW}第四十六条。")
    if obtained_on > on:
        raise Refused(f"取得日期不能晚于登记日期，请核对。依据：{PENALTY_LAW}第四十六条第二款。")
    if kind in Evidence.FACE_TO_FACE and not certificates_shown:
        raise Refused(
            "询问、检查取得的证据，应当先出示执法证件；没有出示的不能作为证据。"
            f"依据：{PENALTY_LAW}第五十五条、第四十六条第三款。"
        )
    facts = {
        "kind": kind,
        "title": stated(title, "证据名称"),
        "proves": stated(proves, "证明内容"),
        "source": stated(source, "来源和取得方式"),
        "obtained_on": obtained_on,
    }
    if known := case.evidence.filter(excluded_on=None, **facts).first():
        raise Refused(
            f"这件证据已经登记为证据{known.position}；是另一件的，请在名称里写明区别。"
            f"依据：{PENALTY_LAW}第四十六条。"
        )
    last = case.evidence.aggregate(last=Max("position"))["last"] or 0
    evidence = Evidence.objects.create(
        case=case,
        position=last + 1,
        certificates_shown=certificates_shown,
        added_by=actor,
        **facts,
    )
    attach(evidence, files, purpose="证据", actor=actor, bureau=case.bureau, may_be_recording=True)
    _note(case, "add_evidence", "登记证据", actor, on, backfilled, evidence=str(evidence))
    return evidence


@act
def exclude_evidence(evidence: Evidence, *, actor, on: date, reason: str) -> Evidence:
    """排除证据 that is untrue or was taken unlawfully; it stays in the file with the reason."""
    case, backfilled = open_for(evidence.case, GATHERING, "排除证据", actor=actor, on=on)
    evidence = case.evidence.get(pk=evidence.pk)
    if evidence.excluded_on:
        raise Refused(f"这项证据已经排除。依据：{PENALTY_LAW}第四十六条第三款。")
    evidence.excluded_on, evidence.excluded_reason = on, stated(reason, "排除的理由")
    evidence.save(update_fields=["excluded_on", "excluded_reason"])
    _note(case, "exclude_evidence", "排除证据", actor, on, backfilled, evidence=str(evidence))
    return evidence


@act
def establish(
    case: Case, *, actor, on: date, facts: str, findings: dict[int, tuple[str, str, Iterable]]
) -> Case:
    """认定事实: the facts in words and, element by element, whether they are shown.

    `findings` maps the place of an element (from 1) to (result, note, evidence). An element that
    is shown needs evidence (行政处罚法第四十条).
    """
    case, backfilled = open_for(case, GATHERING, "认定事实", actor=actor, on=on)
    case.facts = stated(facts, "违法事实")
    case.save(update_fields=["facts"])
    for position, text in enumerate(case.violation.elements, start=1):
        if position in findings:
            _find(case, position, text, *findings[position])
    results = {str(row.position): row.result for row in case.elements.all()}
    _note(case, "establish", "认定事实", actor, on, backfilled, elements=results)
    return case


def _find(case: Case, position: int, text: str, result: str, note: str, evidence) -> None:
    used = list(case.evidence.filter(excluded_on=None, pk__in=[row.pk for row in evidence]))
    if result == ElementFinding.Result.MET and not used:
        raise Refused(f"认定“{text}”应当有证据，请选择证据。依据：{PENALTY_LAW}第四十条。")
    values = {"text": text, "result": result, "note": note.strip()}
    finding, _ = ElementFinding.objects.update_or_create(
        case=case, position=position, defaults=values
    )
    finding.evidence.set(used)


@act
def end(case: Case, *, actor, on: date, report: str, grave: str = "") -> Case:
    """调查终结, with the officers' report (行政处罚法第五十七条).

    `grave` says why the act is complex or grave, so that the heads decide together; empty: it is
    neither.
    """
    text = stated(report, "调查终结报告")
    return CASE_FLOW.advance(
        case,
        "end_investigation",
        actor=actor,
        on=on,
        write=lambda row: {"report": text, "grave": grave.strip(), "investigated_on": on},
    )


@act
def reopen(case: Case, *, actor, on: date, note: str) -> Case:
    """补充调查; a heavier proposal on new facts needs a new notice (行政处罚法第四十四条)."""
    reason = stated(note, "补充调查的原因")
    return CASE_FLOW.advance(case, "reopen", actor=actor, on=on, note=reason)


def _note(case, action, label, actor, on, backfilled, **details) -> None:
    trail.record(case, action, label, actor=actor, on=on, backfilled=backfilled, details=details)
