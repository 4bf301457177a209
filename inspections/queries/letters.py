"""The contents of a feedback letter, worked out from the record of the visit."""

from datetime import date
from itertools import groupby

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef

from archives_enforcement.asking import Asking, asks, rows_of
from archives_enforcement.documents import standing
from archives_enforcement.documents.models import Document
from archives_enforcement.legislation import citations
from archives_enforcement.templatetags.formats import cn_date
from inspections.models import ChecklistItem, Finding, Inspection, ItemResult
from inspections.models.checklists import WORK_REQUIREMENT, Severity
from inspections.queries import scoring
from inspections.queries.terms import ORDER, REPORT, Terms

MOST_IN_TEXT = 12  # more findings than this go into a table behind the letter
ATTACHMENT = "问题和整改要求清单"
WIDTHS = [10, 46, 40, 60]  # mm
NOTHING_FOUND = "检查中未发现需要整改的问题。"
CLOCK_NAMES = {REPORT: "整改报告", ORDER: "责令限期整改"}
HAZARD = "V08"  # 档案法第四十八条第（八）项: a hazard known and left
AFTER_ORDER = 48  # an item that rests on this article asks whether an earlier order was obeyed
NUMERALS = "一二三四五六七八九十"
# Read with findings or results as `after_order`, it spares asking for the articles of each item.
AFTER_AN_ORDER = Exists(
    ChecklistItem.articles.through.objects.filter(
        checklistitem=OuterRef("item"), article__number=AFTER_ORDER
    )
)


def findings_of(inspection: Inspection):
    """The findings of a visit with all that a letter says about each."""
    return inspection.findings.select_related("item", "spot_fix").prefetch_related("item__articles")


def is_hazard(finding: Finding) -> bool:
    """Whether 档案法第四十五条 asks for an order: a safety hazard that the checklist rates A."""
    if finding.item is None or finding.spot_fix_id is not None:
        return False
    return _endangers(finding, finding.severity, finding.basis)


def _endangers(row: Finding | ItemResult, severity: str, basis: str) -> bool:
    return (
        severity == Severity.A
        and row.item.violation == HAZARD
        and not basis.startswith(WORK_REQUIREMENT)
        and not _is_after_order(row)
    )


def _is_after_order(row: Finding | ItemResult) -> bool:
    if hasattr(row, "after_order"):
        return row.after_order
    return any(article.number == AFTER_ORDER for article in row.item.articles.all())


def hazards_on_site(inspection: Inspection) -> list:
    """Results of a visit under way that ask for an order at once, before there is a finding."""
    return hazards_among(inspection.results.all())


@asks
def hazards_among(results) -> Asking[list]:
    """Those of some results that ask for an order, the first recorded first."""
    rows = results.filter(result=ItemResult.Result.FAILS, item__violation=HAZARD, spot_fix=None)
    rows = rows.select_related("item", "inspection__bureau", "inspection__unit__party")
    rows = yield from rows_of(rows.annotate(after_order=AFTER_AN_ORDER).order_by("pk"))
    return [
        row
        for row in rows
        if _endangers(
            row,
            row.item.severity_for(row.inspection.party),
            row.item.basis_for(row.inspection.party),
        )
    ]


def only_advises(finding: Finding) -> bool:
    """Whether the finding rests on no law, or is rated C: it can ask for nothing, only advise."""
    return finding.severity == Severity.C or finding.basis.startswith(WORK_REQUIREMENT)


def kind_of(finding: Finding) -> str:
    """The kind for which a 整改规则 sets days; empty for a hazard, which has those of its order."""
    if is_hazard(finding):
        return ""
    return Severity.C if only_advises(finding) else finding.severity


def letter_of(inspection: Inspection):
    """The feedback letter of a visit, mistaken drafts left out; None when there is none."""
    kind = ContentType.objects.get_for_model(Inspection)
    letters = Document.objects.filter(
        kind="feedback_letter", content_type=kind, object_id=inspection.pk
    )
    return letters.exclude(state=Document.State.VOID).first()


def fields(inspection: Inspection, on: date, *, overview, phone, cc=(), printer="") -> dict:
    """All fields of the letter; law is cited as it stood on the day of the visit."""
    return {
        "unit": inspection.party.name,
        "basis": basis(inspection),
        "kind": inspection.get_kind_display(),
        "inspected_on": cn_date(inspection.inspected_on),
        "overview": overview,
        "phone": phone,
        "cc": list(cc),
        "printer": printer,
        **fields_about_findings(inspection, on),
    }


def fields_about_findings(inspection: Inspection, on: date) -> dict:
    """The fields that follow from the findings alone."""
    findings = list(findings_of(inspection))
    terms = Terms(inspection, on)
    in_table = len(findings) > MOST_IN_TEXT
    return {
        "problems": [
            *(_summary(findings) if in_table else _problems(findings, terms)),
            *_remedies(inspection, findings),
            *scoring.in_letter(inspection),
        ],
        "attachments": [_attachment(findings, terms)] if in_table else [],
        "report_due": _report_due(findings, terms),
    }


def basis(inspection: Inspection) -> str:
    """档案法 42; on a lead (个案检查) also 43, which gives the powers for such a visit."""
    on = inspection.inspected_on
    numbers = (42, 43) if inspection.kind == Inspection.Kind.CASE else (42,)
    articles = [citations.article_on("archives_law", number, on=on) for number in numbers]
    return citations.cite(articles[0]) + "".join(f"、{row.label}" for row in articles[1:])


def _requirement(finding: Finding, terms: Terms) -> str:
    if finding.spot_fix:
        return f"检查中已当场整改：{_sentence(finding.spot_fix.words)}这一项不需要再报告。"
    wanted = _sentence(finding.requirement)
    if is_hazard(finding):
        return (
            "整改要求：该问题属于档案安全隐患，依据《中华人民共和国档案法》第四十五条，"
            f"{standing.ORDERED}{terms.order()}整改完毕。{wanted}"
        )
    kind = kind_of(finding)
    if kind == Severity.C:
        answer = f"请{terms.of(kind)}回复。" if terms.rule.days_for(kind) else ""
        return f"改进建议：{wanted}{answer}"
    return f"整改要求：{wanted}整改期限：{terms.of(kind)}。"


def _remedies(inspection: Inspection, findings: list[Finding]) -> list[str]:
    """Where the unit may turn against what the letter orders; advice and requests order nothing."""
    places = [str(row.position) for row in findings if is_hazard(row)]
    if not places:
        return []
    ordered = f"责令整改（第{'、'.join(places)}项）"
    return [f"{standing.REMEDIES}{standing.remedies(inspection.bureau, ordered, '本意见书')}"]


def _sentence(text: str) -> str:
    return text if text.endswith(("。", "！", "？", "；")) else f"{text}。"


def _problems(findings: list[Finding], terms: Terms) -> list[str]:
    """Paragraphs: a heading for each area, under it each finding with its number, then its task."""
    if not findings:
        return [NOTHING_FOUND]
    lines = []
    for place, (area, found) in enumerate(groupby(findings, key=_area)):
        lines.append(f"（{NUMERALS[place]}）{area}")
        for row in found:
            lines.append(f"{row.position}. {_sentence(row.text)}{_grounds(row)}")
            lines.append(_requirement(row, terms))
    return lines


def _grounds(finding: Finding) -> str:
    if finding.basis.startswith(WORK_REQUIREMENT):
        return f"（{finding.basis}）"
    return f"依据：{finding.basis}。"


def _area(finding: Finding) -> str:
    return finding.item.area if finding.item else "其他"


def _summary(findings: list[Finding]) -> list[str]:
    fixed = sum(row.spot_fix_id is not None for row in findings)
    apart = f"，其中{fixed}项已当场整改" if fixed else ""
    return [f"检查共发现问题{len(findings)}项{apart}，逐项的依据和整改要求见附件《{ATTACHMENT}》。"]


def _attachment(findings: list[Finding], terms: Terms) -> dict:
    rows = [[row.position, row.text, row.basis, _requirement(row, terms)] for row in findings]
    return {
        "title": ATTACHMENT,
        "head": ["序号", "存在的问题", "依据", "整改要求"],
        "rows": rows,
        "widths": WIDTHS,
    }


def _report_due(findings: list[Finding], terms: Terms) -> str:
    if not findings:
        return "本次检查不需要报告整改情况。请继续做好档案工作。"
    if all(row.spot_fix_id for row in findings):
        return "上述问题均已当场整改，不需要报告整改情况。请继续做好档案工作。"
    kinds = [kind_of(row) for row in findings if not row.spot_fix_id]
    left = "其余" if any(row.spot_fix_id for row in findings) else "上述"
    return (
        f"请对照{left}问题逐项整改，{terms.longest(kinds)}书面报告整改情况，附有关证明材料；"
        "也可以通过本系统逐项回复。"
    )
