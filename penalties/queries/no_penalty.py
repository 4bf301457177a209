"""不予处罚: what the recorded facts say of it, and its reasons in words."""

from datetime import date
from typing import NamedTuple

from archives_enforcement.audit.models import AuditEntry
from penalties import discretion as engine
from penalties.discretion import NO_PENALTY, TITLES
from penalties.models import BenchmarkRow, Case, Discussion, NoPenalty
from penalties.queries import accountability, discretion, discussions, wording
from penalties.queries.law import PENALTY_LAW

FACTS_CHANGED = (
    "determine", "add_evidence", "exclude_evidence", "establish", "end_investigation",
    "add_circumstance", "remove_circumstance",
)  # fmt: skip
SPARES = "no_penalty"  # the effect of a fact that lets the act go without a penalty
DISCUSSION = "集体讨论"


class Standing(NamedTuple):
    """The facts let the case end without a penalty; `by_choice`: the law only says 可以."""

    row: BenchmarkRow
    result: engine.Result
    by_choice: bool

    @property
    def discussed_first(self) -> bool:
        """Whether the benchmark leaves the choice to the heads together."""
        return self.by_choice and DISCUSSION in self.result.requires


def standing(case: Case, on: date) -> Standing | None:
    """What the facts of the case lead to when the head chooses so; None where nothing does."""
    row = discretion.row_for(case, on)
    if row is None:
        return None
    spared = [fact for fact in discretion.facts_of(case, row, on) if fact.effect == SPARES]
    result = discretion.result_of(case, row, on, waive=True)
    if not spared or result.tier != NO_PENALTY:
        return None
    return Standing(row, result, by_choice=all(fact.duty == "may" for fact in spared))


def waits_for_discussion(case: Case, on: date) -> bool:
    """Whether the heads have yet to agree that a penalty is waived."""
    found = standing(case, on)
    return bool(found and found.discussed_first) and not agreed(case)


def agreed(case: Case) -> bool:
    """Whether most agreed not to penalise, after the party was heard and on the facts known now."""
    carried = discussions.counting(case, case.discussions.filter(assessment=None))
    last = waiver_minutes(case)
    return last in carried and not outrun(case)


def waiver_minutes(case: Case) -> Discussion | None:
    """The last discussion of 不予处罚; such minutes name no proposal."""
    return case.discussions.filter(assessment=None).order_by("pk").last()


def outrun(case: Case) -> bool:
    """Whether the facts changed since the heads last spoke of 不予处罚: they spoke of others.

    The day of the discussion counts, and on one day the order in which both were entered.
    """
    entries = AuditEntry.objects.about(case, case.lead)
    change = entries.filter(action__in=FACTS_CHANGED).order_by("on", "sequence").last()
    last = waiver_minutes(case)
    if change is None or last is None:
        return False
    if last.held_on != change.on:
        return last.held_on < change.on
    place = list(case.discussions.order_by("pk").values_list("pk", flat=True)).index(last.pk)
    told = entries.filter(action="discuss").order_by("sequence").values_list("sequence", flat=True)
    return told[place] < change.sequence


def snapshot(case: Case, found: Standing | None, note: str, on: date) -> dict:
    """All that the choice rests on, as plain JSON; where no benchmark grades, the head's words."""
    base = {"evidence_list": wording.evidence(case), "conduct": case.facts or case.summary}
    if found:
        return discretion.snapshot(case, found.row, found.result, None, on) | base
    by_the_head = engine.Reason(TITLES[NO_PENALTY], note, f"{PENALTY_LAW}第三十三条")
    reason = accountability.reason(case) or by_the_head
    reasons = [{**reason._asdict(), "grounds": reason.grounds}]
    return base | {"reasons": reasons, "facts": [], "requires": [], "on": on.isoformat()}


def reasons(case: Case, on: date) -> list[str]:
    """The reasons as the paper prints them: the frozen ones, before the choice those of today."""
    if row := NoPenalty.objects.filter(case=case).first():
        return in_words(row.snapshot)
    spared = accountability.reason(case)
    found = None if spared else standing(case, on)
    return in_words(snapshot(case, found, "", on)) if found or spared else []


def in_words(kept: dict) -> list[str]:
    """A numbered line for each reason but the opening one, which states the act itself."""
    spared = [row for row in kept["reasons"] if row["moves"]] or kept["reasons"]
    lines = []
    for number, row in enumerate(spared, start=1):
        grounds = f"（{row['grounds']}）" if row["grounds"] else ""
        text = "".join(row["text"].splitlines()).rstrip("。")
        lines.append(f"{number}. {row['heading']}：{text}{grounds}。")
    return lines


def words(case: Case, on: date) -> dict[str, str]:
    """What the 不予行政处罚决定书 says of the reasons and of the evidence."""
    said = {"reasons": "\n".join(reasons(case, on)), "evidence": "\n".join(wording.evidence(case))}
    spared = accountability.reason(case) and accountability.of_case(case)
    return said | ({"education": f"{accountability.order(spared)}。"} if spared else {})
