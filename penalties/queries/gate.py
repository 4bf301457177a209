"""What the facts recorded of a lead open: read from the database for `penalties.fitness`."""

from datetime import date

from django.db.models import Q

from archives_enforcement.accounts.models import Bureau
from archives_enforcement.asking import Asking, rows_of
from archives_enforcement.legislation.citations import cite
from archives_enforcement.reading import read_once_a_page, remember
from archives_enforcement.templatetags.formats import cn_date
from inspections.models import Lead
from penalties.fitness import (
    ACTS,
    Answer,
    Clause,
    Measure,
    Provision,
    Sanction,
    Verdict,
    fitness,
)
from penalties.fitness.citing import named
from penalties.models import Case, Determination, ElementFinding, FineClause, Violation

UNDETERMINED = (
    "还没有认定事实，不知道法律给了哪些处理方式。请先办理“认定事实”。"
    "依据：《中华人民共和国行政处罚法》第四十条。"
)
# Papers that only follow from the facts, and the measures that call for them.
PAPERS: dict[str, tuple[Measure, ...]] = {
    "handling_proposal": (Measure.PROPOSAL,),
    "crime_referral": (Measure.POLICE,),
    "purchase_request": (Measure.PURCHASE,),
    "case_transfer": (Measure.JURISDICTION, Measure.CUSTOMS, Measure.SUPERVISION),
}


def latest(lead: Lead) -> Determination | None:
    """The recording that counts; those before it are its history."""
    return next(iter(history(lead)), None)


@read_once_a_page
def history(lead: Lead) -> list[Determination]:
    """Every recording, the one that counts first."""
    return list(_recorded(lead))


def read_history(lead: Lead) -> Asking[None]:
    """Read it beside others, for a page that will ask for it."""
    remember(history, (yield from rows_of(_recorded(lead))), lead)


def _recorded(lead: Lead):
    rows = lead.determinations.select_related("violation", "made_by", "order_paper")
    return rows.order_by("-pk")


def clauses_on(violation: Violation, bureau: Bureau, day: date) -> list[FineClause]:
    """National clauses, and local ones in force on `day` of this bureau or one above it."""
    version = "local__article__version__"
    local = Q(
        Q(**{f"{version}effective_to": None}) | Q(**{f"{version}effective_to__gte": day}),
        **{f"{version}effective_from__lte": day},
        local__withdrawn_on=None,
        local__bureau__in=[*bureau.above, bureau.pk],
    )
    rows = violation.fines.filter(Q(local=None) | local)
    return list(rows.select_related("local__article__version__law", "local__specifies"))


def provision(violation: Violation, bureau: Bureau, day: date) -> Provision:
    """What the law of `day` says of an act, as the gate reads it."""
    known = violation.sanction
    sanction = known and Sanction(
        tuple(known["bodies"]), tuple(known["persons"]), _places(known["bases"])
    )
    rows = clauses_on(violation, bureau, day)
    return Provision(violation.title, sanction, tuple(clause_of(row, day) for row in rows))


def _places(bases: list[dict]) -> tuple:
    names = ("law", "article", "paragraph", "item")
    return tuple(tuple(row[name] for name in names) for row in bases)


def clause_of(row: FineClause, day: date) -> Clause:
    """A clause as the gate reads it; a local one opens as the clause that it spells out."""
    local = getattr(row, "local", None)
    opened_by, articles = row.code, named(_places(row.bases), day) if local is None else ""
    if local is not None:
        basis = row.bases[0]
        articles = cite(local.article, basis["paragraph"], basis["item"])
        opened_by = local.specifies.code if local.specifies else ""
    return Clause(
        row.pk, opened_by, row.category, row.offender, articles, tuple(row.kinds),
        row.minimum, row.maximum,
    )  # fmt: skip


@read_once_a_page
def judge(determination: Determination, bureau: Bureau, on: date) -> Verdict:
    """What the law of the day `on` gives against these facts, and what it refuses."""
    return fitness(determination.facts, provision(determination.violation, bureau, on), on)


def why_not(lead: Lead, on: date, *measures: Measure) -> str | None:
    """Why the facts recorded of a lead open none of `measures`; None when they open one."""
    determination = latest(lead)
    if determination is None:
        return UNDETERMINED
    verdict = judge(determination, lead.bureau, on)
    refused = [verdict.refusal(measure) for measure in measures]
    if None in refused:
        return None
    reasons = "".join(dict.fromkeys(row.why for row in refused))
    articles = "；".join(dict.fromkeys(row.articles for row in refused))
    return f"{reasons}依据：{articles}。"


def why_no_paper(lead: Lead, kind: str, on: date) -> str | None:
    """Why a paper that only follows from the facts does not follow from these."""
    measures = PAPERS.get(kind)
    return why_not(lead, on, *measures) if measures else None


def words_of_paper(lead: Lead, kind: str, on: date) -> dict:
    """What the facts say in such a paper: what was found, on which articles, what is proposed.

    Whom it goes to has a name, which the law does not know: the officer writes it.
    """
    determination = latest(lead) if kind in PAPERS else None
    if determination is None:
        return {}
    verdict = judge(determination, lead.bureau, on)
    offers = [row for measure in PAPERS[kind] for row in verdict.offers(measure)]
    if not offers:
        return {}
    first = offers[0]
    return {
        "cause": determination.violation.title,
        "facts": determination.grounds,
        "basis": f"{first.articles}。",
        "proposal": f"{first.text}。",
        "reason": f"{first.text}。依据：{first.articles}。",
    }


def why_clause_is_closed(case: Case) -> str | None:
    """Why the facts as they now stand no longer open the clause of a case.

    A case filed before facts were recorded has none, and goes on as it was filed.
    """
    determination = latest(case.lead)
    if determination is None:
        return None if case.filed_on else UNDETERMINED
    verdict = _judge_case(determination, case)
    if any(row.clause.key == case.clause_id for row in verdict.offers(Measure.FINE)):
        return None
    refusal = verdict.refusal(Measure.FINE)
    why = refusal.sentence if refusal else OTHER_CLAUSE
    return f"{cn_date(determination.made_on)}认定的事实不支持本案的处罚依据：{why}"


def _judge_case(determination: Determination, case: Case) -> Verdict:
    """By the law of the act; the clause of the case beside it where it is the milder one of later.

    第三十七条: which it is was asked when the case was filed.
    """
    ended, own = case.act_ended_on, case.clause
    law = provision(determination.violation, case.bureau, ended)
    known = own.pk in {row.key for row in law.clauses}
    if not known and own in clauses_on(determination.violation, case.bureau, case.proposed_on):
        law = law._replace(clauses=(*law.clauses, clause_of(own, case.proposed_on)))
    return fitness(determination.facts, law, ended)


OTHER_CLAUSE = (
    "认定的事实适用的是另一条款，请按该条款办理。依据：《中华人民共和国行政处罚法》第四条。"
)
RESULTS = {Answer.YES: ElementFinding.Result.MET, Answer.NO: ElementFinding.Result.MISSING}


def elements_of(case: Case) -> list[ElementFinding]:
    """The elements of the act (构成要件) as the recorded facts leave them, unsaved.

    Open where only the evidence of the case can answer.
    """
    texts = case.violation.elements
    found = [ElementFinding(position=place, text=text) for place, text in enumerate(texts, start=1)]
    determination = latest(case.lead)
    if determination is None or determination.violation_id != case.violation.pk:
        return found
    note = f"{cn_date(determination.made_on)}{determination.made_by}认定"
    for finding, condition in zip(found, ACTS[case.violation.code].elements, strict=True):
        answer = condition and condition.holds(determination.facts)
        if answer in RESULTS:
            finding.result, finding.note = RESULTS[answer], note
    return found
