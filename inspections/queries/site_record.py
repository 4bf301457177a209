"""现场检查笔录 as the blocks of a form: what was recorded on site, word for word."""

import base64

from archives_enforcement.files import store
from archives_enforcement.templatetags.formats import cn_date
from inspections import powers
from inspections.models import Inspection
from inspections.queries import evidence, recording, standing, steps
from inspections.queries.reporting import officers
from inspections.queries.visits import legal_basis

KIND = standing.RECORD
# A 笔录 says what was recorded and no more: what nobody noted on site is not told here.
SHOWN = "执法人员已出示行政执法证件。"
RESULT_WIDTHS = (12, 80, 18, 50)  # millimetres, in proportion
EXHIBIT_WIDTHS = (24, 48, 48, 40)


def fields(inspection: Inspection) -> dict:
    """The facts of the paper; `blocks` is its whole layout."""
    parts = recording.sections(inspection)
    blocks = [_head(inspection), _results(inspection, parts), *_further(inspection)]
    return {
        "unit": inspection.party.name,
        "officers": "、".join(officers(inspection)),
        "blocks": [*blocks, _signatures(inspection)],
    }


def _head(inspection: Inspection) -> dict:
    times = [f"{value:%H:%M}{word}" for value, word in (
        (inspection.arrived_at, "到达"), (inspection.left_at, "离开"),
    ) if value]  # fmt: skip
    rows = [
        ("被检查单位", inspection.party.name),
        ("统一社会信用代码", inspection.party.credit_code),
        ("检查类型和依据", f"{inspection.get_kind_display()}；{legal_basis(inspection.kind)}"),
        ("时间", "　".join([cn_date(inspection.inspected_on), *times])),
        ("地点", inspection.place),
        ("执法人员及证件", "\n".join(officers(inspection))),
        ("出示证件", SHOWN if inspection.certificates_shown else ""),
        ("检查步骤", steps.in_words(inspection)),
        ("检查方式", "、".join(inspection.methods)),
        ("行使的职权", "；".join(power.cited for power in powers.used(inspection.powers))),
        ("在场人员", steps.people_in_words(inspection)),
        ("检查清单", inspection.checklist.cited),
    ]
    return {"kind": "fields", "rows": [list(row) for row in rows if row[1]]}


def _results(inspection: Inspection, parts) -> dict:
    """Every item with what was seen; on a look-back every problem of the first visit."""
    rows = [
        [
            str(row.position if inspection.is_look_back else place),
            row.text,
            done.get_result_display(),
            _seen(done),
        ]
        for place, (row, done) in enumerate(_recorded(parts), start=1)
    ]
    head = ["序号", "原检查的问题" if inspection.is_look_back else "检查事项", "结果", "事实记录"]
    return {
        "kind": "table",
        "heading": "一、检查情况",
        "head": head,
        "widths": list(RESULT_WIDTHS),
        "rows": rows,
    }


def _seen(done) -> str:
    """The facts, and what was put right at once."""
    fix = getattr(done, "spot_fix", None)
    return "\n".join(filter(None, [done.facts, f"已当场整改：{fix.words}" if fix else ""]))


def _recorded(parts):
    for part in parts:
        yield from ((row, part.recorded[row.pk]) for row in part.rows if row.pk in part.recorded)


def _further(inspection: Inspection) -> list[dict]:
    """What follows the results, numbered on."""
    found = [*_exhibits(inspection), *_words(inspection)]
    return [block | {"heading": f"{number}、{block['heading']}"}
            for number, block in zip("二三四五", found, strict=False)]  # fmt: skip


def _exhibits(inspection: Inspection) -> list[dict]:
    rows = evidence.on_paper(inspection)
    head, widths = ["编号", "事项和用途", "文件", "存入时间"], list(EXHIBIT_WIDTHS)
    table = {"kind": "table", "heading": "现场证据", "head": head, "widths": widths, "rows": rows}
    return [table] if rows else []


def _words(inspection: Inspection) -> list[dict]:
    told = f"向{inspection.oral_feedback_to}反馈：{inspection.oral_feedback}"
    found = [
        ("检查概况", inspection.summary),
        ("当场口头反馈", told if inspection.oral_feedback_to else ""),
        ("被检查单位签字", _refusal(inspection) or _signed(inspection)),
    ]
    return [{"kind": "text", "heading": title, "text": text} for title, text in found if text]


def _signed(inspection: Inspection) -> str:
    return f"{inspection.signed_by}已在现场检查记录上签字。" if inspection.signed_by else ""


def _refusal(inspection: Inspection) -> str:
    if not inspection.refusal_reason:
        return ""
    return f"被检查单位拒绝签字，原因：{inspection.refusal_reason}。见证人：{inspection.witness}。"


def _picture(stored) -> dict:
    """The signature as drawn; a scan of the signed paper is kept beside the record, not in it."""
    if stored is None or not stored.media_type.startswith("image/"):
        return {}
    return {"image_base64": base64.b64encode(store.get(stored.sha256)).decode()}


def _signatures(inspection: Inspection) -> dict:
    unit = {"label": "被检查单位负责人：", "note": inspection.signed_by}
    if inspection.refusal_reason:
        unit["note"] = "拒绝签字"
    else:
        unit |= _picture(inspection.signature)
    lines = [unit, *({"label": "执法人员：", "note": "", **_picture(member.signature)}
                     for member in recording.officers_of(inspection))]  # fmt: skip
    if inspection.refusal_reason:
        lines.append({"label": "见证人：", "note": inspection.witness})
    return {"kind": "signatures", "lines": lines}
