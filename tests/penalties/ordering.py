"""责令 that reached a party before, as the tests need it: thirty days from the first of July."""

from datetime import date

from archives_enforcement.documents.models import Delivery, Document
from archives_enforcement.workdays import deadlines

ORDERED, OVER = date(2024, 7, 1), date(2024, 7, 31)


def make_order(lead, actor, *, delivered=ORDERED, clock=True, term=30) -> Document:
    """An order of the bureau to the party of `lead`; its clock runs `term` days, or it is old."""
    number = f"示例责改〔2024〕{Document.objects.count() + 1}号"
    paper = Document.objects.create(
        bureau=lead.bureau, party=lead.party, kind="correction_order", subject=lead.party,
        title="责令限期整改通知书", state=Document.State.ISSUED, origin=Document.Origin.PAPER,
        year=2024, number=number, content={}, drafted_by=actor, drafted_on=ORDERED,
        signer_name="负责人甲", issued_on=ORDERED,
    )  # fmt: skip
    Delivery.objects.create(
        document=paper, party=lead.party, sent_on=ORDERED, delivered_on=delivered
    )
    if clock:
        deadlines.start(paper, "D-I07", bureau=lead.bureau, on=ORDERED, length=term)
    return paper


def of_answers(lead, actor, answers: dict) -> dict:
    """What has to be named beside these answers."""
    if answers.get("order") not in ("correction", "hazard"):
        return {}
    return {"order_paper": make_order(lead, actor)}
