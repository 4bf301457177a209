"""Visits, findings and interviews of one side, in each state, through the services."""

import io
from datetime import date, time

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from archives_enforcement.documents import services as documents
from archives_enforcement.documents.models import Rendition
from archives_enforcement.documents.queries import documents_about
from archives_enforcement.files import store
from inspections.queries.recording import applicable_items
from inspections.services import (
    answers,
    consents,
    exemplary,
    feedback,
    interview_minutes,
    interviews,
    leads,
    measures,
    offline,
    questions,
    recording,
    rectification,
    teams,
    terminations,
    urgent,
)
from inspections.services.exhibits import take_in
from tests import factories
from tests.access.sides import Side, make_unit
from tests.inspections import arranging, on_site
from units import services as register

DAY = on_site.DAY  # of every visit
DELIVERED = date(2024, 9, 12)
ANSWERED = date(2024, 9, 20)
OVERDUE = date(2024, 12, 2)
TALK = date(2024, 12, 9)
OBJECTION = {"kind": "objection"}


def visits(side: Side) -> dict:
    """A visit in each state, the findings of two, and what was photographed and answered."""
    lead, second, chief, *_ = side.team
    place = {"place": side.mark("place")}
    quiet = make_unit(side.bureau, side.letter, "quiet")
    recorded(side, quiet, "untold")
    draft = arranging.make_team(arranging.draft_visit(lead, side.unit, **place), lead, second)
    approved = arranging.make_approved(lead, second, chief, side.unit, **place)
    teams.invite(approved, actor=lead, on=arranging.ON, observers=[side.invited])
    started = arranging.make_approved(lead, second, chief, side.unit, **place)
    return {
        "quiet": quiet,
        "visit_draft": draft,
        "visit_pending": arranging.make_pending(lead, second, side.unit, **place),
        "visit_approved": approved,
        "invitation": approved.invitations.get(),
        "visit_urgent": _urgent(side),
        "visit_on_site": on_site.begin(started, lead),
        "site_item": _failing_item(started, lead),
        "offline_bundle": offline.prepare(started, actor=lead, on=DAY)[0],
        **told(side),
        **_untold(side),
        **_settled(side),
        **_tip(side),
        **_alone(side),
        "invitation_certified": _certified(side, quiet),
    }


def _certified(side: Side, unit):
    """An observer who came, and has the certificate of it."""
    lead, _, chief, *_ = side.team
    row = recorded(side, unit, "untold").invitations.create(
        observer=side.invited, attended=True, pledged_on=DAY
    )
    said = {"name": str(side.invited), "term": "2024年度", "duties": "观察检查。"}
    paper = documents.draft_about(
        "invitation", row, "observer_certificate", title="", actor=lead, on=DAY, fields=said
    )
    printed(on_site.issue(paper, lead, chief), side.pdf("place"))
    return row


def _failing_item(visit, officer):
    item = applicable_items(visit)[0]
    recording.record_items(visit, actor=officer, on=DAY, results={item.pk: ("fails", "")})
    return item


def _urgent(side: Side):
    """A visit that could not wait for its approval."""
    lead, second, *_ = side.team
    visit = arranging.make_team(
        arranging.draft_visit(lead, side.unit, place=side.mark("place")), lead, second
    )
    return urgent.go_urgently(
        visit, actor=lead, on=arranging.THURSDAY, arrived_at=time(9), reason="库房进水"
    )


def recorded(side: Side, unit, facts: str, count: int = 1):
    """A finished visit with `count` findings that carry the mark `facts`."""
    lead, second, chief, *_ = side.team
    visit = arranging.make_approved(lead, second, chief, unit, place=side.mark("place"))
    failing = [item.code for item in applicable_items(visit)[:count]]
    return on_site.recorded(visit, lead, *failing, facts=side.mark(facts))


def told(side: Side) -> dict:
    """A visit whose letter the unit has: of its findings one is open, the others are answered."""
    lead, _, chief, desk, _, guide = side.team
    visit = recorded(side, side.unit, "found", count=4)
    letter = on_site.issue(on_site.draft(visit, lead, overview=side.mark("letter")), lead, chief)
    printed(letter, side.pdf("letter"))
    documents.record_delivery(
        letter.deliveries.get(), actor=desk, on=DELIVERED, method="post", received_by="收发室",
        tracking_number="XA00000000012", files=[side.upload("receiptfile")],
    )  # fmt: skip
    first, second, third, fourth = visit.findings.all()
    feedback.give_guidance(first, actor=guide, on=DELIVERED, text=side.mark("guide"))
    answers.enter_reply(
        second,
        actor=desk,
        on=ANSWERED,
        kind="fixed",
        text=side.mark("reply"),
        files=[side.upload("replyfile")],
    )
    on_paper = {"actor": desk, "on": ANSWERED, "text": side.mark("reply")}
    for finding, request in ((third, {"kind": "more_time", "until": TALK}), (fourth, OBJECTION)):
        answers.enter_reply(finding, **on_paper, **request, files=[side.upload("letter")])
    (report,) = measures.report_to_others(
        visit, actor=lead, on=DELIVERED, receivers=[side.mark("draft")], matter="险情",
        facts="库房进水", measures="已经转移", request="请予支持",
    )  # fmt: skip
    return {
        "report": report,
        "visit_told": visit,
        "finding_open": first,
        "finding_replied": second,
        "question": questions.ask(
            first, actor=_as_of_now(side.contact), on=timezone.localdate(), text=side.mark("reply")
        ),
        "finding_asked": third,
        "finding_objected": fourth,
        "paper_issued": letter,
        "file_shown": side.uploaded("replyfile"),
        "file_receipt": side.uploaded("receiptfile"),
    }


def _as_of_now(user):
    """The same person anew: whom he acts for is read once, and he is given more later."""
    return type(user).objects.get(pk=user.pk)


def printed(paper, pdf: bytes) -> None:
    """Stands for the worker: the bytes are what the page serves, so they carry the mark."""
    Rendition.objects.create(
        document=paper,
        sha256=store.put(pdf),
        sm3=store.sm3(pdf),
        size=len(pdf),
        made_at=timezone.now(),
    )


def _scene(side: Side, visit):
    """A photo that can be read as one."""
    out = io.BytesIO()
    Image.new("RGB", (4, 3)).save(out, "PNG")
    upload = SimpleUploadedFile(f"{side.mark('photo')}.png", out.getvalue())
    (kept,) = take_in(visit.results.first(), [upload], purpose="现场照片", actor=side.team.lead)
    return kept


def shot() -> SimpleUploadedFile:
    """A picture that nobody can recognise anybody in."""
    out = io.BytesIO()
    Image.new("RGB", (4, 3)).save(out, "PNG")
    return SimpleUploadedFile("照片.png", out.getvalue())


def _untold(side: Side) -> dict:
    """A finished visit to the unit that has no letter yet, with a photo taken there."""
    visit = recorded(side, side.unit, "untold")
    (photo,) = take_in(visit, [side.upload("photo")], purpose="现场照片", actor=side.team.lead)
    photo.party = side.unit.party  # told to nobody there all the same
    photo.save()
    return {
        "visit_recorded": visit,
        "finding_untold": visit.findings.get(),
        "file_photo": side.uploaded("photo"),
        "file_scene": _scene(side, visit),
    }


def _settled(side: Side) -> dict:
    """A visit with everything struck off, and two proposed as models, one with its consent."""
    lead, _, chief, desk, *_ = side.team
    made = []
    for _ in range(3):
        visit = recorded(side, side.unit, "found")
        on_site.issue(on_site.draft(visit, lead), lead, chief)
        finding = visit.findings.get()
        answers.enter_reply(
            finding, actor=desk, on=DELIVERED, kind="fixed", text=side.mark("found"),
            files=[side.upload("replyfile")], before=shot(), after=shot(),
        )  # fmt: skip
        rectification.accept(finding, actor=lead, on=DELIVERED)
        made.append(visit)
    asked, told_of = (_proposed(side, visit) for visit in made[1:])
    consents.enter_answer(
        told_of.consent, actor=desk, on=ANSWERED, agrees=True, files=[side.upload("replyfile")]
    )
    return {
        "visit_settled": made[0],
        "exemplary": told_of,
        "consent_asked": asked.consent,
        "consent_given": told_of.consent,
    }


def _proposed(side: Side, visit):
    praise = side.mark("praise")
    return exemplary.nominate(
        visit, actor=side.team.desk, on=ANSWERED, reason=praise, findings=visit.findings.all()
    )


def _alone(side: Side) -> dict:
    """Two units dissolved without an heir: what the second left open is proposed to end."""
    lead, *_, desk = side.team[:4]
    names = (f"{side.mark('name')}{kind}" for kind in ("协会", "学会"))
    units = [factories.make_unit(side.bureau, name) for name in names]
    for unit in units:
        recorded(side, unit, "untold")
        register.dissolve(unit, actor=desk, on=DELIVERED, basis="文件", archives_to="档案馆")
    said = {"reason": "单位已撤销", "paper": "撤销文件", "paper_on": DELIVERED}
    row = terminations.propose(units[1], actor=lead, on=DELIVERED, **said)
    return {"unit_gone": units[0], "termination": row}


def _tip(side: Side) -> dict:
    lead = leads.register(
        actor=side.team.lead, on=DAY, party=side.unit.party, source="tip", text=side.mark("tip"),
        received_on=DAY, files=[side.upload("tipfile")],
    )  # fmt: skip
    return {"lead": lead, "file_tip": side.uploaded("tipfile")}


def talks(side: Side, found: dict) -> dict:
    """An interview that is being prepared, and one of which the unit was told."""
    lead, _, chief, *_ = side.team
    rectification.remind(found["visit_told"], actor=lead, on=OVERDUE)

    def arrange(reason):
        return interviews.create(
            found["visit_told"], actor=lead, on=OVERDUE, kind="work", reason=side.mark(reason),
            findings=[found["finding_open"]], scheduled_on=TALK, scheduled_at=time(9, 30),
            place=side.mark("place"),
        )  # fmt: skip

    told_of = arrange("talk")
    on_site.issue(documents_about(told_of, lead).get(), lead, chief, on=OVERDUE)
    over = arrange("talk")
    on_site.issue(documents_about(over, lead).get(), lead, chief, on=OVERDUE)
    over.refresh_from_db()
    said = {"present": "双方", "minutes": side.mark("talkdraft")}
    interview_minutes.hold(
        over, actor=lead, on=TALK, commitments=[(side.mark("talk"), TALK)], **said
    )
    return {
        "interview_draft": arrange("talkdraft"),
        "interview_notified": told_of,
        "interview_held": over,
        "commitment": over.commitments.get(),
    }
