"""案卷的状态图: arranged, compiled (立卷), archived (归档)."""

from archives_enforcement.archiving import arranging
from archives_enforcement.archiving.models import CaseFile
from archives_enforcement.archiving.registry import SORTS
from archives_enforcement.workflow import Act, Transition, Workflow

S = CaseFile.State
COMPILE, ARCHIVE = "archiving.compile_casefile", "archiving.archive_casefile"
# Work of the queue: a job for each part, then one for the package.
BIND = {"main": "bind_main_volume", "inner": "bind_inner_volume"}
PACK = "pack_case_file"
IDENTITY = ("place", "source", "key", "sha256", "note")  # by which a line is known again
RECORDS_LAW = "《中华人民共和国行政处罚法》第四十七条"


def ended(case_file, act: Act) -> str | None:
    return SORTS[case_file.about].refusal(case_file.subject)


def complete_or_explained(case_file, act: Act) -> str | None:
    """Every mandatory paper is there, or it is written down why it is not."""
    found = arranging.arrangement_of(case_file)
    if never := [row for row in found.missing if not row.waivable]:
        names = "、".join(row.what for row in never)
        bases = "，".join(dict.fromkeys(row.basis for row in never))
        return (
            f"案卷还缺：{names}。这是法定的文书，不能以理由代替，请补办，或者在该处补充签字的扫描件。"
            f"依据：{bases}，{RECORDS_LAW}。"
        )
    absent = [row.what for row in found.missing if not case_file.reasons.get(row.what, "").strip()]
    if absent:
        return (
            f"案卷还缺：{'、'.join(absent)}。请先补齐；确实没有的，逐项写明理由，"
            f"理由印入备考表。依据：{RECORDS_LAW}。"
        )
    return None


def every_paper_made(case_file, act: Act) -> str | None:
    found = arranging.arrangement_of(case_file)
    if found.unready:
        names = "、".join(str(row) for row in found.unready)
        return f"{names}的 PDF 还没有生成，请稍后再立卷。"
    return None if found.lines else "案卷里还没有文书和材料，不能立卷。"


def not_before_compiling(case_file, act: Act) -> str | None:
    if act.on < case_file.compiled_on:
        return "归档日期不能早于立卷日期，请核对日期。"
    return None


def checked_by_another(case_file, act: Act) -> str | None:
    if case_file.compiled_by_id in act.persons:
        return "立卷人不能检查、归档自己立的案卷，请由另一名工作人员办理。"
    return None


def bound(case_file, act: Act) -> str | None:
    """Whoever checks the file has something to look at."""
    made = set(case_file.bound.filter(edition=case_file.edition).values_list("part", flat=True))
    if not set(case_file.parts) <= made:
        return "卷宗 PDF 还没有生成，请稍后核对卷宗再归档。"
    return None


def unchanged(case_file, act: Act) -> str | None:
    """Nothing has come in since the order was fixed."""
    found = arranging.arrangement_of(case_file)
    now = [tuple(getattr(line, name) for name in IDENTITY) for line in found.lines]
    lines = case_file.contents["lines"]
    if now != [tuple(line[name] for name in IDENTITY) for line in lines]:
        return "立卷以后文书或者材料有变动，请退回重新立卷，再归档。"
    return None


CASE_FILE_FLOW = Workflow(
    Transition(
        "compile", "立卷", (S.ARRANGING,), S.COMPILED, COMPILE,
        (ended, complete_or_explained, every_paper_made),
    ),
    Transition("send_back", "退回整理", (S.COMPILED,), S.ARRANGING, ARCHIVE),
    Transition(
        "archive", "归档", (S.COMPILED,), S.ARCHIVED, ARCHIVE,
        (not_before_compiling, checked_by_another, bound, unchanged),
    ),
)  # fmt: skip
