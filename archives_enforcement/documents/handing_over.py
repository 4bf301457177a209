"""文书 that a law wants handed to the party in person before any other way of delivery is open."""

from archives_enforcement.documents import kinds
from archives_enforcement.documents.kinds.kind import DIRECT_FIRST, ON_THE_SPOT
from archives_enforcement.documents.models import Delivery, DeliveryAttempt
from archives_enforcement.documents.models.delivery import Method
from archives_enforcement.documents.officers import officers_named

DELIVER, HAND_OVER = "documents.deliver_document", "documents.hand_over_document"
BY_HAND = (Method.DIRECT, Method.LEFT)  # ways in which somebody takes the paper there
ON_SITE = [code for code, kind in kinds.KINDS.items() if kind.handed_on_site]
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


def is_handed_over_by(delivery: Delivery, user) -> bool:
    """Whether it is this officer's to hand over: he is named on a paper that is given on the spot.

    行政处罚法第五十二条: 执法人员当场交付; 第五十六条: the list is signed where the things are.
    """
    return (
        user.has_perm(HAND_OVER)
        and delivery.document.kind in ON_SITE
        and user.pk in officers_named(delivery.document)
    )


def may_record(delivery: Delivery, user) -> bool:
    """Whether he may register a delivery of this paper, in some way at least."""
    return user.has_perm(DELIVER) or is_handed_over_by(delivery, user)


def right_to_record(attempt: DeliveryAttempt) -> str:
    """The permission this attempt asks of the one who registers it.

    An officer registers what he did himself, also that nobody took the paper; post, electronic
    ways and public notices are the office's.
    """
    by_hand = attempt.method in BY_HAND
    if by_hand and is_handed_over_by(attempt.delivery, attempt.recorded_by):
        return HAND_OVER
    return DELIVER


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
