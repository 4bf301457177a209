"""举报投诉: taken in, from the public page or by staff, sorted by a person, and answered."""

from datetime import date

from archives_enforcement.accounts.models import Bureau, Party, User
from archives_enforcement.audit import trail
from archives_enforcement.files import services as files
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused, act, check_date, check_permission
from inspections.models import Lead, Tip
from inspections.queries import tips as queries
from inspections.queries.tip_clocks import ACCEPTANCE, ANSWER, RESULT
from inspections.services import leads, reporters, tip_files
from inspections.tip_guards import HANDLING
from inspections.workflow import TIP_FLOW

REGISTER = "inspections.register_lead"
JURISDICTION = "《中华人民共和国行政处罚法》第二十二条、第二十三条"
LICENSED = "《中华人民共和国档案法实施条例》第四十七条"
STRANGER = "公众（网上提交）"
S = Tip.Source
AS_LEAD = {
    S.TRANSFER: "transfer",
    S.SUPERIOR: "superior",
    S.MEDIA: "media",
    S.INSPECTION: "inspection",
}


def stated(text: str, what: str) -> str:
    if not text.strip():
        raise Refused(f"请写明{what}。依据：{HANDLING}。")
    return text.strip()


@act
def send(
    bureau: Bureau, *, on: date, name: str = "", contact: str = "", uploads=(), **facts
) -> str:
    """A tip or complaint from the public page, of whoever it may be; returns the query code.

    The code is told this once: the database keeps its digest. From somebody who leaves no name,
    pictures are kept without place, device and time.
    """
    tip_files.check(uploads)
    tip, code = _open(bureau, on=on, received_on=on, source=S.WEB, **facts)
    reporters.keep(tip, name=name, contact=contact)
    tip_files.take(tip, uploads, anonymous=not (name.strip() or contact.strip()))
    trail.record(tip, "send_tip", "网上提交", actor=None, stranger=STRANGER, on=on)
    return code


@act
def register(
    *, actor, on: date, received_on: date, about: str, source: str, body: str = "",
    name: str = "", contact: str = "", uploads=(), **facts,
) -> tuple[Tip, str]:  # fmt: skip
    """登记来电、来访、来信、移送、交办…: the tip, and the query code to tell the person.

    Raises Refused for a day to come, a body left out, and for what is about enforcement, which has
    its own register; also for a reporter's name in the words, where it would not be sealed.
    """
    check_permission(actor, REGISTER, "登记举报投诉")
    backfilled = check_date(actor, on)
    if received_on > on:
        raise Refused("收到日期不能晚于登记日期。")
    if source not in dict(Tip.BY_STAFF):
        raise Refused("请选择来源。")
    if about == Tip.About.ENFORCEMENT:
        raise Refused("反映执法行为的，请在“对执法的投诉”里登记，由其他人员调查。")
    if source in Tip.FROM_A_BODY:
        body = stated(body, "移送（交办）的机关或者媒体名称")
    tip, code = _open(
        actor.bureau, on=on, received_on=received_on, source=source, about=about, body=body,
        registered_by=actor, **facts,
    )  # fmt: skip
    kept = reporters.keep(tip, name=name, contact=contact)
    reporters.names_nobody(tip, "登记的内容", *_told_openly(tip))
    named = tip_files.renamed(uploads, anonymous=kept is None, may_be_recording=True)
    files.attach(
        tip, named, purpose="举报投诉材料", actor=actor, bureau=tip.bureau, may_be_recording=True
    )
    trail.record(tip, "register_tip", "登记举报投诉", actor=actor, on=on, backfilled=backfilled)
    return tip, code


def _told_openly(tip: Tip) -> tuple[str, ...]:
    return tip.concerning, tip.text, tip.happened, tip.place


def _open(bureau, *, on: date, concerning: str, text: str, **facts) -> tuple[Tip, str]:
    """The tip with its clocks; a code only where a person stands behind it."""
    code = queries.new_code() if facts["source"] in Tip.FROM_A_PERSON else ""
    tip = Tip.objects.create(
        bureau=bureau,
        concerning=stated(concerning, "涉及的单位或者人员"),
        text=stated(text, "反映的内容"),
        digest=queries.digest(code) if code else None,
        **facts,
    )
    deadlines.start(tip, ACCEPTANCE, bureau=bureau, on=tip.received_on)
    if tip.about == Tip.About.ACCESS:
        deadlines.start(tip, RESULT, bureau=bureau, on=tip.received_on)
    return tip, code


@act
def accept(tip: Tip, *, actor, on: date, party: Party, handler: User, text: str) -> Tip:
    """受理: a lead about one of the bureau's parties begins, and somebody handles it.

    `text` is what the lead will say: all who enforce read it, so it must not tell who reported.
    """
    if not Party.objects.visible_to(actor).filter(pk=party.pk).exists():
        raise Refused(
            "只能受理涉及本机关管辖的当事人的来件；不属于本机关管辖的，请移送其他部门。"
            f"依据：{JURISDICTION}。"
        )
    if handler.bureau_id != actor.bureau_id or not handler.has_perm("penalties.handle_case"):
        raise Refused(f"请从本机关的执法人员中选择承办人。依据：{LICENSED}。")
    text = stated(text, "写入线索的内容")
    reporters.names_nobody(tip, "写入线索的内容", text)

    def write(row: Tip) -> dict:
        lead = leads.open_lead(
            party, actor=actor, on=on, source=AS_LEAD.get(row.source, Lead.Source.TIP), text=text,
            received_on=row.received_on,
        )  # fmt: skip
        return {"lead": lead, "handler": handler, "triaged_by": actor, "triaged_on": on}

    tip = _sorted(TIP_FLOW.advance(tip, "accept", actor=actor, on=on, write=write), on)
    if tip.about == Tip.About.UNIT and tip.source != S.INSPECTION:  # nobody waits for an answer
        deadlines.start(tip, ANSWER, bureau=tip.bureau, on=on)
    return tip


@act
def take_up(tip: Tip, *, actor, on: date, withheld_from=()) -> Tip:
    """受理为执法投诉, in the act that registers the complaint; whom it is about sees it no more."""
    facts = {"triaged_by": actor, "triaged_on": on}
    tip = TIP_FLOW.advance(tip, "take_up", actor=actor, on=on, write=lambda row: facts)
    tip.withheld_from.set(withheld_from)
    return _sorted(tip, on)


@act
def refuse(tip: Tip, *, actor, on: date, reason: str, answer: str, way: str) -> Tip:
    """不予受理, with the reason, and the reporter told of it."""
    facts = {"reason": stated(reason, "不予受理的理由")}
    return _ended(tip, "refuse", actor, on, answer, way, facts)


@act
def pass_on(
    tip: Tip, *, actor, on: date, passed_to: str, reason: str, answer: str, way: str
) -> Tip:
    """移送其他部门: what is not this bureau's to handle, and the reporter told where it went."""
    facts = {
        "passed_to": stated(passed_to, "移送到哪个部门"),
        "reason": stated(reason, "移送的理由"),
    }
    return _ended(tip, "pass_on", actor, on, answer, way, facts)


@act
def merge(tip: Tip, *, actor, on: date, into: Tip) -> Tip:
    """并入: the same matter told again; its reporter reads the answer of the other."""

    def write(row: Tip) -> dict:
        found = Tip.objects.visible_to(actor).filter(pk=into.pk, about=row.about).first()
        if found is None or found.pk == row.pk or found.state == Tip.State.MERGED:
            raise Refused(f"请选择另一件没有并入别处的同类来件。依据：{HANDLING}。")
        facts = {"merged_into": found, "main": found, "triaged_by": actor, "triaged_on": on}
        Tip.objects.filter(main=row).update(main=found)  # what was told again goes along
        return facts

    tip = _sorted(TIP_FLOW.advance(tip, "merge", actor=actor, on=on, write=write), on)
    deadlines.meet(tip, RESULT, on=on, note=f"并入{tip.merged_into}一并答复")
    return tip


@act
def answer(tip: Tip, *, actor, on: date, answer: str, way: str, step: str = "answer") -> Tip:
    """答复反映人, once the matter is settled: what came of it, when, by whom and how."""
    return _told(tip, step, actor, on, answer, way, {})


def _ended(tip, step: str, actor, on, answer: str, way: str, facts: dict) -> Tip:
    sorting = {"triaged_by": actor, "triaged_on": on}
    return _sorted(_told(tip, step, actor, on, answer, way, facts | sorting), on)


def _told(tip, step: str, actor, on, answer: str, way: str, facts: dict) -> Tip:
    told = {"answer": stated(answer, "告知反映人的内容"), "answered_by": actor, "answered_on": on}

    def write(row: Tip) -> dict:
        if why := queries.why_not_told(row, way):
            raise Refused(why)
        reporters.names_nobody(row, "告知反映人的内容", told["answer"])
        return facts | told | {"way": way}

    tip = TIP_FLOW.advance(tip, step, actor=actor, on=on, write=write)
    for code in (RESULT, ANSWER):
        deadlines.meet(tip, code, on=on, note=tip.get_way_display())
    return tip


def _sorted(tip: Tip, on: date) -> Tip:
    deadlines.meet(tip, ACCEPTANCE, on=on, note=tip.get_state_display())
    return tip
