"""The papers and records that a decision must have, with what the law has them say."""

from collections.abc import Iterator

from django.contrib.contenttypes.models import ContentType

from archives_enforcement.documents.models import Document
from archives_enforcement.files.models import StoredFile
from penalties.models import Case, Decision
from tests.unlawful import law

ASPECTS = ("competence", "evidence", "discretion", "procedure", "opinion", "qualification")


def issued(record, *kinds: str) -> list[Document]:
    """Papers of these kinds on one record that were issued and stand, oldest first."""
    of_sort = ContentType.objects.get_for_model(record)
    rows = Document.objects.filter(content_type=of_sort, object_id=record.pk, kind__in=kinds)
    return list(rows.filter(state=Document.State.ISSUED).order_by("pk"))


def has_scan(record) -> bool:
    of_sort = ContentType.objects.get_for_model(record)
    return StoredFile.objects.filter(content_type=of_sort, object_id=record.pk).exists()


def of_decision(case: Case, decided: Decision) -> Iterator[str]:
    """From the report of the investigation to the decision itself."""
    if not case.report:
        yield "no report of the investigation"
    yield from _notice(case)
    yield from _heard(case)
    yield from _reviewed(case)
    yield from _discussed(case, decided)
    yield from _decision(case, decided)


def _says(paper: Document, what: dict[str, str]) -> Iterator[str]:
    text = "".join(str(paper.content).split())
    for name, words in what.items():
        if not words or "".join(words.split()) not in text:
            yield f"{paper.kind} without {name}"


def _notice(case: Case) -> Iterator[str]:
    """行政处罚法第四十四条: content, facts, reasons, basis, and the rights."""
    for paper in issued(case, "prior_notice"):
        told = case.assessments.get(pk=paper.fields["assessment"])
        yield from _says(paper, {
            "the facts": case.facts.split("\n")[0], "the figure": f"¥{told.fine:,}",
            "the right to be heard": "陈述", "the right to a hearing": "听证",
            "the correction": told.correction, "the reasons": "裁量",
        })  # fmt: skip


def _heard(case: Case) -> Iterator[str]:
    """第四十五条, 第六十四条第八项: what the party said is answered, a hearing has its record."""
    for row in case.statements.filter(kind="statement"):
        if not (row.answer and row.answer_text and row.reexamination):
            yield "a statement without reexamination and reasons"
    for row in case.statements.filter(on_behalf=True):
        if not has_scan(row):
            yield "a statement without its scan"
    for row in case.hearings.exclude(held_on=None):
        if not row.report or (not row.absent and not (row.record and row.signing)):
            yield "a hearing without record and report"


def _reviewed(case: Case) -> Iterator[str]:
    """第五十八条: a written opinion on each aspect, by who is qualified."""
    for row in case.reviews.all():
        if not all(getattr(row, name) for name in ASPECTS):
            yield "a review without its opinion or qualification"


def _discussed(case: Case, decided: Decision) -> Iterator[str]:
    """第五十七条第二款: signed minutes of most of the heads on this very proposal."""
    made = decided.assessment
    grave = case.grave or made.fine < case.clause.minimum or made.tier in ("T2", "T5")
    if not grave:
        return
    minutes = made.discussion_set.filter(held_on__lte=decided.decided_on, carried=True).last()
    if minutes is None:
        yield f"{made.tier} without a discussion"
        return
    if not has_scan(minutes) or not minutes.record:
        yield "a discussion without signed minutes"
    if minutes.voices.filter(agrees=True).count() * 2 <= (minutes.expected or 0):
        yield "a discussion without a majority"


def _decision(case: Case, decided: Decision) -> Iterator[str]:
    """第二十八条, 第五十九条: the six particulars of one decision."""
    if len(issued(case, "penalty_decision")) != 1:
        yield "not exactly one decision"
    made, paper, party = decided.assessment, decided.document, case.party
    if paper.issued_on != decided.decided_on or not paper.number:
        yield "decided on another day than its paper"
    said = {
        "the party": party.name, "the address": party.address,
        "the facts": case.facts.split("\n")[0], "the figure": f"¥{made.fine:,}",
        "the correction": made.correction, "the warning": "警告",
        "the term to pay": "十五日", "the rate of lateness": "百分之三",
        "reconsideration": "六十日", "the suit": "六个月", "the answer": "陈述",
    }  # fmt: skip
    if made.fine == 0:
        said = {name: words for name, words in said.items() if "rate" not in name}
        said.pop("the figure"), said.pop("the term to pay")
    yield from _says(paper, said)
    for row in case.evidence.filter(excluded_on=None, obtained_on__lte=case.investigated_on):
        yield from _says(paper, {f"evidence {row.position}": f"“{row.title}”"})
    bounds = case.clause.minimum, case.clause.maximum
    for words in law.articles(case.violation.code, bounds):
        yield from _says(paper, {words: words})
