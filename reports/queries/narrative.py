"""The parts of the annual report that people write; all else follows from records."""

from archives_enforcement.documents.composing import style

SLOTS = {
    "measures": "主要措施和成效（补充）",
    "problems": "存在问题",
    "next_steps": "下一步工作举措",
}
REQUIRED = ("problems", "next_steps")


def missing(narrative: dict) -> list[str]:
    """中文 names of the parts that must be written before the report is submitted."""
    return [SLOTS[name] for name in REQUIRED if not narrative.get(name, "").strip()]


def paragraphs(narrative: dict, slot: str) -> list[list[str]]:
    """One part as paragraphs; headings are known by their numbers, as in every 文书."""
    lines = (line.strip() for line in narrative.get(slot, "").splitlines())
    return [[style(line), line] for line in lines if line]
