"""整改优秀典型 as it is published: the pairs the unit agreed to, under the name it agreed to."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from archives_enforcement.documents.models import Document
from inspections.models import Consent, Exemplary, ExemplaryPair
from inspections.queries.exemplary import DECISION, consent_of
from publicity.models import Notice

NO_CREDIT = "整改典型是工作宣传，不属于信用信息。"


def is_exemplary(document: Document) -> bool:
    return document.kind == DECISION and isinstance(document.subject, Exemplary)


def without_consent() -> Q:
    """Decisions about which nothing may be published: the unit did not agree, or no longer does."""
    given = Consent.objects.filter(state=Consent.State.GIVEN).values("exemplary")
    kind = ContentType.objects.get_for_model(Exemplary)
    return Q(kind=DECISION) & ~Q(content_type=kind, object_id__in=given)


def consent_stands(document: Document) -> bool:
    consent = consent_of(document.subject)
    return consent is not None and consent.state == Consent.State.GIVEN


def summary(exemplary: Exemplary) -> dict:
    """What a notice begins with: before as its facts, after as its outcome."""
    pairs = list(exemplary.pairs.select_related("finding"))
    name = consent_of(exemplary).name_shown
    return {
        "title": f"{name}整改优秀典型",
        "party_name": name,
        "facts": "\n".join(f"{n}. {pair.finding.text}" for n, pair in enumerate(pairs, 1)),
        "outcome": "\n".join(f"{n}. {pair.words}" for n, pair in enumerate(pairs, 1)),
    }


def name_kept_back(exemplary: Exemplary, text: str) -> list[str]:
    """The unit's name, where it agreed only without; what is private is said in words."""
    party, consent = exemplary.inspection.party, consent_of(exemplary)
    kept_back = consent is not None and consent.name_shown != party.name
    return ["单位名称（单位要求不公开）"] if kept_back and party.name in text else []


def pairs_of(notice: Notice) -> list[ExemplaryPair]:
    """The pairs of a published case that have photos; none for any other notice."""
    if not is_exemplary(notice.document):
        return []
    rows = ExemplaryPair.objects.filter(exemplary=notice.document.object_id)
    with_photos = rows.exclude(before=None, after=None)
    return list(with_photos.select_related("finding", "before", "after"))
