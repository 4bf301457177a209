"""An old paper with its scan, entered as a clerk enters it."""

from datetime import date

from archives_enforcement.documents import services
from tests.documents.delivering import scan

ISSUED_ON = date(2024, 3, 1)
OLD_NUMBER = "示10档函询〔2024〕12号"
FACTS = {
    "number": OLD_NUMBER,
    "title": "关于库房情况的函询函",
    "issued_on": ISSUED_ON,
    "signer": "原局长",
}


def enter(actor, party, kind="inquiry_letter", **changes):
    """Enter a letter on paper with the lawful facts but for `changes`."""
    facts = {**FACTS, "scan": scan("扫描件.pdf"), **changes}
    return services.enter(kind, party=party, actor=actor, **facts)
