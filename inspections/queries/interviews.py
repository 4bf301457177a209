"""Reads of 约谈: which problems may lead to one, and the talks themselves."""

from datetime import date, timedelta
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from archives_enforcement.asking import Asking, asks, rows_of
from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.documents.models import Document
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays.limits import compute
from inspections.models import Commitment, Finding, Inspection, Interview, LookBackResult
from inspections.queries.look_back import OVER
from inspections.queries.rectification import AWAITS_UNIT

NOTICE, MINUTES = "interview_notice", "interview_minutes"
FEEDBACK, ORDER = "feedback_letter", "correction_order"
NOTICE_LIMIT = "D-I21"
REMINDED = timedelta(days=7)  # before a promise is due


def failing_findings(inspection: Inspection, today: date):
    """Problems whose time is up without an answer, or which a look-back saw still unfixed."""
    return failing(inspection.findings.all(), today).order_by("position")


def has_failed(finding: Finding, today: date) -> bool:
    """The same of one problem that was read with what look-backs saw (`look_back.SEEN`)."""
    if finding.state not in Finding.UNFIXED:
        return False
    late = finding.state in AWAITS_UNIT and finding.paused_on is None
    late = late and finding.due_on is not None and finding.due_on < today
    return late or any(row.result != LookBackResult.Result.FIXED for row in finding.seen_again)


def failing(findings, today: date):
    """Those among `findings` that failed so."""
    seen = LookBackResult.objects.filter(look_back__state__in=OVER).exclude(
        result=LookBackResult.Result.FIXED
    )
    late = Q(state__in=AWAITS_UNIT, due_on__lt=today, paused_on=None)
    rows = findings.filter(state__in=Finding.UNFIXED)
    return rows.filter(late | Q(pk__in=seen.values("finding")))


def paper_that_told(inspection: Inspection, on: date) -> Document | None:
    """The first paper on the problems of a visit that its unit holds: from then on it knows."""
    held = Q(deliveries__delivered_on__lte=on) | Q(deliveries__acknowledged_on__lte=on)
    rows = Document.objects.filter(
        held,
        kind__in=(FEEDBACK, ORDER),
        content_type=ContentType.objects.get_for_model(Inspection),
        object_id=inspection.pk,
        state=Document.State.ISSUED,
        deliveries__party=inspection.party,
    )
    return rows.order_by("issued_on", "pk").first()


def short_notice(interview: Interview, told_on: date) -> str:
    """That the unit is told later than the setting D-I21 wants; empty when it is told in time."""
    limit = compute(NOTICE_LIMIT, interview.scheduled_on, bureau=interview.bureau)
    if told_on <= limit.due_on:
        return ""
    return (
        f"约谈定于{cn_date(interview.scheduled_on)}，建议在{cn_date(limit.due_on)}前通知单位"
        "（本机关设定，不是法定期限），现在已晚于建议的日期。"
    )


def late_notice(interview: Interview, notices: "Notices", today: date) -> str:
    """The same for a talk that has not been held, by the day its notice was issued."""
    if interview.state == Interview.State.HELD:
        return ""
    return short_notice(interview, notices.in_force.issued_on if notices.in_force else today)


def has_order(interview: Interview) -> bool:
    """Whether the talk has its order of 责令限期整改, issued or on its way."""
    return interview.order is not None and interview.order.state != Document.State.VOID


def notice_papers(papers) -> list[Document]:
    """The notices among the papers of a talk: its minutes are no notice."""
    return [row for row in papers if row.kind == NOTICE]


def minutes_among(papers) -> Document | None:
    """The minutes among the papers of a talk, void ones left out."""
    rows = (row for row in papers if row.kind == MINUTES and row.state != Document.State.VOID)
    return next(rows, None)


STATUTORY = "《中华人民共和国档案法实施条例》第五十一条"


def basis(interview: Interview, kind: str) -> str:
    """What the papers of a talk rest on: the regulation, or the bureau's own practice."""
    statutory = interview.kind == Interview.Kind.STATUTORY
    return STATUTORY if statutory else KINDS[kind].basis


def minutes_refusal(interview: Interview, kind: str, on: date) -> str | None:
    """Minutes are made of a talk that took place, and once."""
    if interview.state != Interview.State.HELD:
        return "还没有登记约谈记录，不能制作。请在约谈以后先登记参加人员、内容和承诺。"
    papers = Document.objects.filter(
        content_type=ContentType.objects.get_for_model(Interview), object_id=interview.pk
    )
    if minutes_among(papers):
        return "这次约谈已经有约谈记录，请在原稿上办理；写错的先作废。"
    return None


def promised_at(interview: Interview) -> str:
    """The promises as the minutes state them: each with its day."""
    return "\n".join(
        f"{row.position}. {row.text.rstrip('。')}（{cn_date(row.due_on)}前）"
        for row in interview.commitments.all()
    )


def minutes_facts(interview: Interview, on: date) -> dict:
    """What the minutes say: people, topics, what was said, promises; a refusal to sign is noted."""
    topics = (
        f"第{row.position}项：{row.text.rstrip('。')}，整改要求：{row.requirement.rstrip('。')}。"
        for row in interview.findings.order_by("position")
    )
    refused = interview.refusal_reason
    return {
        "unit": interview.unit.party.name,
        "time": f"{cn_date(interview.held_on)}{interview.scheduled_at:%H:%M}",
        "place": interview.place,
        "participants": interview.present,
        "course": "\n".join([*topics, interview.minutes]),
        "commitments": promised_at(interview) or "被约谈单位没有作出承诺。",
        "checked": f"被约谈单位拒绝签字，原因：{refused}（由约谈人员注明）" if refused else "",
    }


def commitments_to_check(user, today: date):
    """Promises that are due within a week, or past their day, and that nobody has checked."""
    rows = Commitment.objects.visible_to(user).filter(outcome="", due_on__lte=today + REMINDED)
    return rows.select_related("interview__unit__party").order_by("due_on", "pk")


@asks
def promises_of_party(user) -> Asking[list[Commitment]]:
    """What those a person acts for promised at talks and nobody has checked, the nearest first."""
    rows = Commitment.objects.visible_to(user).filter(outcome="")
    rows = rows.select_related("interview__unit__party")
    return (yield from rows_of(rows.order_by("due_on", "pk")))


def talks_for_party(inspection: Inspection, user) -> list[Interview]:
    """The talks about one visit that its unit was told of, each with what it promised."""
    rows = Interview.objects.visible_to(user).filter(inspection=inspection)
    return list(rows.prefetch_related("commitments").order_by("scheduled_on", "pk"))


class Notices(NamedTuple):
    """The notices on an interview: the one in force, and the draft that is on its way."""

    in_force: Document | None
    draft: Document | None  # the first notice, or the correction of the one in force

    @property
    def shown(self) -> Document | None:
        """What tells where the interview stands: a draft does so only while nothing is issued."""
        return self.in_force or self.draft


def notices_among(papers) -> Notices:
    """Void papers say nothing; a correction replaces the notice only when it is issued itself."""
    drafts = (row for row in papers if row.number is None and row.state != Document.State.VOID)
    return Notices(next((row for row in papers if row.holds), None), next(drafts, None))
