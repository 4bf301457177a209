"""Why a figure that somebody wants to propose cannot stand, and what he may do instead."""

from typing import NamedTuple

from penalties.amounts import plain
from penalties.discretion.terms import MITIGATED, TRANSFER, Result, Rules

NO_FINE = "《中华人民共和国行政处罚法》第三十三条"
CRIME_FIRST = "《中华人民共和国行政处罚法》第八条第二款、第二十七条第一款"


class Objection(NamedTuple):
    """Why a figure cannot be used, and what one may do instead."""

    title: str
    text: str
    remedies: tuple[str, ...]

    def __str__(self):
        return f"{self.title}。{self.text}您可以：{'；'.join(self.remedies)}。"


def objection(result: Result, rules: Rules, figure: int) -> Objection | None:
    """Why `figure` cannot stand under this result; None when it can."""
    if result.band is None:
        return without_fine(result)
    if result.band.holds(figure):
        return None
    why, remedies = _where(result, rules, figure)
    keep = f"改为 {result.band.lowest:,} 元至 {result.band.highest:,} 元之间的金额"
    return Objection(f"不能按 {plain(figure)}告知", why, (keep, *remedies))


def without_fine(result: Result) -> Objection:
    """What is said of any figure where no fine is worked out."""
    law = CRIME_FIRST if result.tier == TRANSFER else result.reasons[-1].law or NO_FINE
    return Objection(
        f"本案不能处以罚款（{result.title}）",
        f"按查明的事实，本案不应当计算罚款（{law}）。",
        ("按“结束案件”办理，并写明理由", "认为事实认定有误的，先更正裁量事实"),
    )


def _where(result: Result, rules: Rules, figure: int) -> tuple[str, tuple[str, ...]]:
    if figure > rules.maximum:
        text = f"罚款不得超过法定最高 {rules.maximum:,} 元（{rules.law}）。"
        return text, ()
    if figure < rules.minimum and result.tier != MITIGATED:
        text = (
            f"本案认定为“{result.title}”，应当在法定幅度以内，最低 {rules.minimum:,} 元"
            f"（{rules.law}）。"
        )
        lawful = (
            "认为应当减轻处罚的，先补充减轻情节的证据，再提请集体讨论并送法制审核"
            "（《中华人民共和国行政处罚法》第三十二条、第五十七条第二款）",
        )
        return text, lawful
    text = (
        f"本案认定为“{result.title}”，对应的幅度是{result.band.words}"
        "（裁量权基准，《中华人民共和国行政处罚法》第三十四条）。"
    )
    return text, (
        "认为档次不对的，先更正或者补充裁量事实和证据，再重新计算",
        "认为适用基准明显不当、显失公平的，办理“调整适用基准”，经集体讨论和批准",
    )
