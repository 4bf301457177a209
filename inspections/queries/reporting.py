"""填报包: what the enforcement supervision platform asks about one visit, as data."""

from datetime import date
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

from archives_enforcement.templatetags.formats import cn_date
from inspections import powers
from inspections.models import Inspection
from inspections.queries import announcing, letters, steps
from inspections.queries.recording import tally

VERSION = "2"  # of the form that docs/platform-package.md describes
SECTIONS = {"basis": "依据", "procedure": "程序", "result": "结果"}
LABELS = {
    "bureau": "检查机关", "unit": "被检查单位", "credit_code": "统一社会信用代码",
    "unit_kind": "单位性质", "kind": "检查类型", "law": "法律依据", "checklist": "检查清单",
    "reason": "检查事由", "approved_on": "批准日期", "approved_by": "批准人",
    "urgent": "紧急检查的理由", "refused": "不予补办批准",
    "notice": "检查通知书送达日期", "unannounced": "不预先通知的理由",
    "inspected_on": "检查日期", "arrived_at": "到达时间", "left_at": "离开时间", "place": "地点",
    "officers": "执法人员及证件编号", "certificates_shown": "出示执法证件",
    "steps": "检查步骤", "methods": "检查方式", "powers": "行使的职权", "met": "在场人员",
    "signature": "单位签字", "conforms": "符合项数", "fails": "不符合项数",
    "not_applicable": "不适用项数", "fixed_on_site": "当场整改项数", "findings": "发现的问题",
    "letter": "反馈意见书文号",
}  # fmt: skip


def package(inspection: Inspection) -> dict:
    """Basis, procedure and result of a visit; dates are ISO texts, absent values are empty.

    `version` says by which form it is to be read.
    """
    party = inspection.party
    letter = letters.letter_of(inspection)
    return {
        "version": VERSION,
        "basis": {
            "bureau": inspection.bureau.name,
            "unit": party.name,
            "credit_code": party.credit_code,
            "unit_kind": party.get_kind_display(),
            "kind": inspection.get_kind_display(),
            "law": letters.basis(inspection),
            "checklist": inspection.checklist.cited,
            "reason": inspection.reason,
        },
        "procedure": {
            "approved_on": _iso(inspection.approved_on),
            "approved_by": str(inspection.approved_by or ""),
            "urgent": inspection.urgent_reason,
            "refused": _refused(inspection),
            "notice": _iso(announcing.told_on(announcing.notice_of(inspection))),
            "unannounced": inspection.unannounced,
            "inspected_on": _iso(inspection.inspected_on),
            "arrived_at": _clock(inspection.arrived_at),
            "left_at": _clock(inspection.left_at),
            "place": inspection.place,
            "officers": officers(inspection),
            "certificates_shown": "是" if inspection.certificates_shown else "否",
            "methods": list(inspection.methods),
            "steps": steps.in_words(inspection),
            "powers": [power.cited for power in powers.used(inspection.powers)],
            "met": steps.people_in_words(inspection),
            "signature": _signature(inspection),
        },
        "result": {
            **tally(inspection),
            "fixed_on_site": inspection.findings.filter(spot_fix__isnull=False).count(),
            "findings": [
                f"{row.position}. {row.text}{'（已当场整改）' if row.spot_fix_id else ''}"
                for row in letters.findings_of(inspection)
            ],
            "letter": (letter and letter.number) or "",
        },
    }


def officers(inspection: Inspection) -> list[str]:
    """姓名（证件编号）of those who enforced, certificates as on the day of the visit."""
    day = inspection.day
    members = inspection.team.filter(part__in=("lead", "officer")).select_related("user")
    found = []
    for member in members.prefetch_related("user__certificates"):
        numbers = [
            row.number
            for row in member.user.certificates.all()
            if row.valid_from <= day <= row.valid_to
            and (row.withdrawn_on is None or row.withdrawn_on > day)
        ]
        found.append(f"{member.user}（{'、'.join(numbers) or '无有效证件'}）")
    return found


def _iso(day) -> str:
    return day.isoformat() if day else ""


def _clock(moment) -> str:
    return f"{moment:%H:%M}" if moment else ""


def _refused(inspection) -> str:
    if inspection.refused_on is None:
        return ""
    return f"{inspection.refused_on.isoformat()}：{inspection.refused_because}"


def _signature(inspection) -> str:
    if inspection.signed_by:
        return f"{inspection.signed_by}签字"
    return f"拒绝签字：{inspection.refusal_reason}（见证人：{inspection.witness}）"


def labelled(content: dict) -> list[tuple[str, list[tuple[str, str]]]]:
    """The package for people: sections of (label, text) in Chinese."""
    return [
        (title, [(LABELS[name], _text(name, value)) for name, value in content[section].items()])
        for section, title in SECTIONS.items()
    ]


def _text(name: str, value) -> str:
    if value and (name.endswith("_on") or name == "notice"):
        return cn_date(date.fromisoformat(value))
    return "\n".join(value) if isinstance(value, list) else str(value)


def workbook(content: dict) -> bytes:
    """The package as an Excel file with one sheet."""
    book = Workbook()
    sheet = book.active
    sheet.title = "检查信息"
    sheet.append(["部分", "项目", "内容"])
    sheet.append(["格式", "版本", content["version"]])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for title, rows in labelled(content):
        for label, text in rows:
            sheet.append([title, label, _plain(text)])
            sheet.cell(sheet.max_row, 3).alignment = Alignment(wrap_text=True, vertical="top")
    for column, width in zip("ABC", (10, 22, 90), strict=True):
        sheet.column_dimensions[column].width = width
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _plain(text: str) -> str:
    """A text that a spreadsheet will not take for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text
