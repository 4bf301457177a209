"""A model rectification of one side whose case the public reads, with a photo of it."""

from django.utils import timezone

from archives_enforcement.documents import services as documents
from inspections.queries.exemplary import DECISION, decision_facts
from inspections.services import answers, consents, exemplary, rectification
from publicity.services import notices
from tests.access.books import REPORTED
from tests.access.sides import Side
from tests.access.visits import ANSWERED, DELIVERED, recorded, shot
from tests.files.test_arrival import photo
from tests.inspections import on_site
from tests.inspections.rectifying import upload


def published(side: Side) -> dict:
    """Decided and published without the unit's name, as it asked."""
    lead, _, chief, desk, *_ = side.team
    visit = recorded(side, side.unit, "found")
    on_site.issue(on_site.draft(visit, lead), lead, chief)
    finding = visit.findings.get()
    answers.enter_reply(
        finding, actor=desk, on=DELIVERED, kind="fixed", text="已经改好",
        files=[side.upload("replyfile")],
        before=shot(),
        after=upload(f"{side.letter}.jpg", photo(area=side.mark("gps"))),
    )  # fmt: skip
    rectification.accept(finding, actor=lead, on=DELIVERED)
    row = exemplary.nominate(
        visit, actor=desk, on=ANSWERED, reason=side.mark("praise"), findings=[finding]
    )
    consents.enter_answer(
        row.consent, actor=desk, on=ANSWERED, agrees=True, show_name=False,
        files=[side.upload("replyfile")],
    )  # fmt: skip
    row = exemplary.decide(row, actor=chief, on=ANSWERED)
    pair = row.pairs.get()
    return {"model_published": _notice(row, desk, chief), "pair": pair, "file_gps": pair.after}


def _notice(row, desk, chief):
    paper = documents.draft_about(
        "exemplary", row, DECISION, title="", fields=decision_facts(row, ANSWERED), actor=desk,
        on=ANSWERED,
    )  # fmt: skip
    documents.submit(paper, actor=desk, on=ANSWERED)
    paper = documents.sign(paper, actor=chief, on=ANSWERED)
    notice = notices.create(
        paper, actor=desk, on=REPORTED, credit_class="none", credit_reason="不属于信用信息",
        facts="公开的案例",
    )  # fmt: skip
    notices.review_secrecy(notice, actor=chief, on=REPORTED, note="不涉密。", redacted=True)
    notices.approve(notice, actor=chief, on=REPORTED)
    return notices.publish(notice, actor=desk, on=timezone.localdate())
