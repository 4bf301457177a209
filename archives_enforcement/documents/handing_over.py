"""文书 that a law wants handed to the party in person before any other way of delivery is open."""

from archives_enforcement.documents import kinds
from archives_enforcement.documents.kinds.kind import DIRECT_FIRST, ON_THE_SPOT
from archives_enforcement.documents.models import Delivery, DeliveryAttempt
from archives_enforcement.documents.models.delivery import Method

ASKED = {
    DIRECT_FIRST: (
        "应当直接送达当事人，电子送达和网上签收都不是直接送达；当事人拒绝接收的留置送达，"
        "无法直接送达的，先登记直接送达没有送到的经过，再用其他方式。"
        "依据：《中华人民共和国行政强制法》第三十八条。"
    ),
    ON_THE_SPOT: (
        "应当当场交付当事人，请按直接送达登记；当事人拒绝签收的，在决定书上注明，按留置送达登记。"
        "依据：《中华人民共和国行政处罚法》第五十二条第一款。"
    ),
}


def in_words(delivery: Delivery) -> str:
    """How a law wants this paper handed over, as a page says it; empty where none says so."""
    kind = kinds.KINDS[delivery.document.kind]
    return f"{kind.label}{ASKED[kind.handed]}" if kind.handed else ""


def handed_over_first(attempt: DeliveryAttempt, proof) -> str | None:
    """Why a way that hands nothing over is not open (yet); None where it is."""
    needed = kinds.KINDS[attempt.delivery.document.kind].handed
    if not needed or (needed == DIRECT_FIRST and _tried_in_person(attempt)):
        return None
    return in_words(attempt.delivery)


def _tried_in_person(attempt: DeliveryAttempt) -> bool:
    """Nobody can go to a party that cannot be found (行政强制法第三十八条“无法直接送达”)."""
    tried = attempt.delivery.attempts.exclude(failure="").filter(method=Method.DIRECT)
    return attempt.whereabouts_unknown or tried.filter(made_on__lte=attempt.made_on).exists()
