"""The verdicts on one drawn check or case, whoever gave them."""

from datetime import date

from archives_enforcement.workflow import Refused
from supervision.models import Content, ContentFinding, RoundItem

Verdict = ContentFinding.Verdict


def write_verdicts(item: RoundItem, *, actor, on: date, verdicts: dict, guest: str) -> RoundItem:
    """Keep the verdicts (code → verdict, note) in place of earlier ones; part of who judged.

    Raises Refused for a content without a verdict and for a problem without its words.
    """
    found = [_finding(item, content, *verdicts[content.code]) for content in Content.objects.all()]
    item.findings.all().delete()
    ContentFinding.objects.bulk_create(found)
    item.reviewer, item.reviewed_on, item.guest = actor, on, guest
    item.save(update_fields=["reviewer", "reviewed_on", "guest"])
    return item


def _finding(item: RoundItem, content: Content, verdict: str, note: str) -> ContentFinding:
    if verdict not in Verdict.values:
        raise Refused(f"请评查“{content}”。")
    if verdict == Verdict.PROBLEM and not note.strip():
        raise Refused(f"请写明“{content}”有什么问题。")
    return ContentFinding(item=item, content=content, verdict=verdict, note=note.strip())
