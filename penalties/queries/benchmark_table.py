"""A benchmark in words: the table that is printed and published, and what holds for its lines."""

from datetime import date
from typing import NamedTuple

from archives_enforcement.legislation import citations
from penalties import discretion
from penalties.discretion.scheme import DUTIES, EFFECTS, ENDS, REPEATED, WEIGHTS
from penalties.queries.law import cite


class Extent(NamedTuple):
    """A band in figures, and which of its ends do not belong to it."""

    figures: str
    without: str


class Line(NamedTuple):
    """One line of the printed table: a row of the benchmark with its bands."""

    code: str
    title: str
    party: str
    basis: str
    kinds: str
    graded: list[tuple[str, Extent]]  # title of the tier, its band
    hearing: str
    review: str
    note: str


REVIEW = {"required": "是", "depends": "视情"}


def table(scheme: discretion.Scheme, on: date) -> list[Line]:
    """The benchmark as the table that is printed and published."""
    notes = {entry["code"]: entry.get("note", "") for entry in scheme.document["rows"]}
    return [
        Line(
            row.code,
            row.title,
            discretion.PARTIES.get(row.party, row.party),
            cited(row.bases, on),
            "、".join(row.kinds),
            [
                (discretion.TITLES[band.tier], extent(band))
                for band in scheme.bands_of(scheme.ranges[row.range])
            ],
            "是" if row.hearing_notice else "否",
            REVIEW.get(row.legal_review, "否"),
            notes[row.code],
        )
        for row in scheme.rows.values()
    ]


def factor_lines(scheme: discretion.Scheme, on: date) -> list[tuple[str, str, str, str]]:
    """Factors as code, title, what they do and their articles."""
    return [
        (row.code, row.title, f"{DUTIES[row.duty]}{EFFECTS[row.effect]}", cited(row.bases, on))
        for row in scheme.factors.values()
    ]


def extent(band: discretion.Band) -> Extent:
    """A band as the table prints it."""
    if band.lower == band.upper:
        return Extent(f"{band.lower:,}", "")
    ends = ((band.lower, band.lower_included), (band.upper, band.upper_included))
    without = "、".join(f"{figure:,}" for figure, included in ends if not included)
    return Extent(f"{band.lower:,}–{band.upper:,}", without and f"不含 {without}")


def conventions_in_words(scheme: discretion.Scheme) -> list[tuple[str, str]]:
    """What holds for every line, as head and text."""
    kept, rules = scheme.conventions, scheme.rule_set
    includes = {True: "包括本数", False: "不包括本数"}
    found = [
        ("裁量方法", "按权重累加" if scheme.model == WEIGHTS else "按档次"),
        (
            "以上、以下",
            f"“以上”{includes[kept.above_inclusive]}，“以下”{includes[kept.below_inclusive]}",
        ),
        ("相接的数", ENDS[kept.band_end]),
        ("分档规则", rules.title),
        ("取整", "；".join(rounding(*step) for step in rules.rounding) or "不取整"),
        ("减轻的底线", f"法定下限的 {scheme.floor_percent}%"),
    ]
    if rule := scheme.repeat:
        steps = "；".join(f"第 {times} 次起{REPEATED[effect]}" for times, effect in rule.steps)
        found.append(("重复违法", f"自行为之日往前推算 {rule.years} 年，{steps}"))
    return found


def rounding(party: str, step: discretion.Rounding) -> str:
    """One step of rounding in words."""
    who = discretion.PARTIES.get(party, "其他")
    below = f"不满 {step.below:,} 元的" if step.below else ""
    return f"{who}{below}取整到 {step.step:,} 元"


def cited(bases: list[dict], on: date) -> str:
    """The articles as of `on`; what cannot be cited that day says so itself."""
    try:
        return cite(bases, on)
    except citations.CitationError as error:
        return str(error)
