"""Acts on requests for correction: asked, looked into, decided; the answer goes to the party."""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.files import services as files
from archives_enforcement.notifications.services import tell_party
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock
from publicity.models import CorrectionRequest, Notice
from publicity.services.notices import DRAFT, SUMMARY, check_words
from publicity.workflow import CORRECTION_FLOW

ASK, APPROVE = "publicity.ask_correction", "publicity.approve_notice"
PROPOSED = "拟更正的内容"
NOT_EMPTIED = "更正不能把公开的内容删空，请写更正以后的内容；整件不该公开的，请登记变更后撤回公示。"


def not_the_party(notice: Notice, user) -> str:
    """Why this person cannot ask for a correction; empty when he acts for the party."""
    if notice.document.party_id in user.party_ids:
        return ""
    return "您登录的单位不是这件公示的当事人，不能申请更正；有异议的，请向作出决定的机关反映。"


@act
def ask(notice: Notice, *, actor, on: date, request: str, proof=()) -> CorrectionRequest:
    """申请更正 by the party itself, of what is public of it today.

    Raises Refused while an earlier request of it is not answered.
    """
    check_permission(actor, ASK, "申请更正公示")
    rows = Notice.objects.select_for_update(of=("self",)).public_on(on)
    notice = rows.get(pk=notice.pk)
    if why := not_the_party(notice, actor):
        raise Refused(why)
    name = notice.document.party.name
    return _begin(notice, actor, on, applicant=name, request=request, proof=proof)


@act
def enter(
    notice: Notice, *, actor, on: date, applicant: str, request: str, proof
) -> CorrectionRequest:
    """登记更正申请: a request that came on paper, with its scan."""
    check_permission(actor, DRAFT, "登记更正申请")
    rows = Notice.objects.open_to(actor).select_for_update(of=("self",))
    notice = rows.filter(state=Notice.State.PUBLISHED).get(pk=notice.pk)
    return _begin(
        notice, actor, on, applicant=applicant, request=request, proof=proof, on_behalf=applicant
    )


def _begin(notice, actor, on, *, applicant, request, proof, on_behalf="") -> CorrectionRequest:
    backfilled = check_date(actor, on)
    if notice.corrections.filter(state__in=CorrectionRequest.OPEN).exists():
        raise Refused("这件公示已有更正申请正在办理，请等答复后再申请。")
    row = CorrectionRequest.objects.create(
        notice=notice,
        applicant=_stated(applicant, "申请人"),
        request=_stated(request, "要求更正的内容和理由"),
        asked_by=actor,
        asked_on=on,
    )
    files.attach(
        row, proof, purpose="更正申请的材料", actor=actor,
        bureau=notice.bureau, party=notice.document.party,
    )  # fmt: skip
    trail.record(
        row, "ask_correction", "申请更正公示",
        actor=actor, on=on, backfilled=backfilled, on_behalf_of=on_behalf,
    )  # fmt: skip
    return row


@act
def propose(
    row: CorrectionRequest, *, actor, on: date, opinion: str, **summary: str
) -> CorrectionRequest:
    """核实: what of the summary is to be changed, and why; with no change the answer is no."""
    changes = {
        name: _lines(text)
        for name, text in summary.items()
        if name in SUMMARY and _lines(text) != _lines(getattr(row.notice, name))
    }
    if emptied := {name: NOT_EMPTIED for name, text in changes.items() if not text}:
        raise Refused(emptied)
    check_words(row.notice, "\n".join(changes.values()), PROPOSED)
    values = {
        "proposal": changes,
        "opinion": _stated(opinion, "核实情况和理由"),
        "proposed_by": actor,
    }
    return CORRECTION_FLOW.advance(row, "propose", actor=actor, on=on, write=lambda _: values)


@act
def return_request(row: CorrectionRequest, *, actor, on: date, note: str) -> CorrectionRequest:
    reason = _stated(note, "退回的原因")
    return CORRECTION_FLOW.advance(row, "return_request", actor=actor, on=on, note=reason)


@act
def decide(row: CorrectionRequest, *, actor, on: date) -> CorrectionRequest:
    """决定: the public reads the corrected summary from now on, or the request is refused."""
    row = lock(row, actor)
    step = "correct" if row.proposal else "refuse"
    row = CORRECTION_FLOW.advance(
        row, step, actor=actor, on=on, write=lambda locked: _decided(locked, actor, on)
    )
    _tell(row, on)
    return row


def _decided(row: CorrectionRequest, actor, on: date) -> dict:
    """Put the new text in place of the old one, which the request keeps."""
    notice = Notice.objects.select_for_update(of=("self",)).get(pk=row.notice_id)
    check_words(notice, "\n".join(row.proposal.values()), PROPOSED)
    before = {name: getattr(notice, name) for name in row.proposal}
    for name, text in row.proposal.items():
        setattr(notice, name, text)
    if row.proposal:
        notice.save(update_fields=[*row.proposal])
        trail.record(notice, "correct", "更正公示内容", actor=actor, on=on)
    return {"before": before, "decided_by": actor, "decided_on": on}


def _tell(row: CorrectionRequest, on: date) -> None:
    said = row.get_state_display()
    text = f"您申请更正公示（{row.notice.number}）：{said}。理由：{row.opinion}"
    if party := row.notice.document.party:
        tell_party(party, text, on=on, url=row.get_absolute_url())


def _lines(text: str) -> str:
    """The text with line ends as they are kept; a browser sends others."""
    return text.replace("\r\n", "\n").strip()


def _stated(text: str, what: str) -> str:
    if not text.strip():
        raise Refused(f"请写明{what}，没有保存。")
    return text.strip()
