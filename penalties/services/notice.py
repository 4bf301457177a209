"""事先告知: what is proposed, why, and the party's rights (第四十四条、第六十三条)."""

from datetime import date

from django.urls import reverse

from archives_enforcement.documents import services as documents
from archives_enforcement.documents.models import Document
from archives_enforcement.notifications.services import tell_party
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Act, Refused, act
from penalties import departure_guards
from penalties.models import Case
from penalties.queries import hearings, papers, wording
from penalties.queries.law import PENALTY_LAW
from penalties.services.handling import open_for, stated
from penalties.workflow import CASE_FLOW

TITLE, WITH_HEARING = "行政处罚事先告知书", "行政处罚事先（听证）告知书"


@act
def draft(case: Case, *, actor, on: date, phone: str) -> Document:
    """起草事先告知书 from the frozen proposal; nothing in it is typed by hand."""
    case, _ = open_for(case, (Case.State.PROPOSED,), "起草事先告知书", actor=actor, on=on)
    if why := departure_guards.approved(case, Act(actor, on)):
        raise Refused(why)
    paper = papers.latest(case, papers.NOTICE)
    if paper is not None and paper.state != Document.State.ISSUED:
        raise Refused(
            f"本案已有告知书（{paper.get_state_display()}），请在原来的文书上办理。"
            f"依据：{PENALTY_LAW}第四十四条。"
        )
    fields = wording.notice_fields(case, case.assessment, phone=stated(phone, "联系电话"), on=on)
    return documents.draft(
        case,
        papers.NOTICE,
        bureau=case.bureau,
        party=case.party,
        title=WITH_HEARING if hearings.due(case, case.assessment, on) else TITLE,
        fields=fields,
        actor=actor,
        on=on,
    )


def issued(document: Document, *, actor, on: date) -> None:
    """The head has signed: the case is notified, if the paper still says what is proposed."""
    case = document.subject
    right = [hearings.told(case, case.assessment, on)]
    check_content(document, proposal=wording.penalty(case.assessment), hearing=right)
    CASE_FLOW.advance(
        case,
        "notify",
        actor=actor,
        on=on,
        write=lambda row: {"told_on": row.told_on or on},
    )


def check_content(document: Document, **expected) -> None:
    """Refused when the paper is not what the record would write now."""
    case = document.subject
    expected = wording.common(case, case.assessment) | expected
    if any(document.fields.get(name) != value for name, value in expected.items()):
        raise Refused(
            "文书的内容与案件现在的记录不一致（事实、意见或者答复有变化），请退回、作废后重新起草。"
            f"依据：{PENALTY_LAW}第四十条、第四十四条。"
        )


def delivered(document: Document, *, actor, on: date) -> None:
    """The party has the notice: its time to be heard runs (D-P06), and D-P07 where it may ask."""
    case, may_ask = document.subject, hearings.offered(document)
    for code in (papers.STATEMENT_CLOCK, *([papers.HEARING_CLOCK] if may_ask else ())):
        deadlines.start(document, code, bureau=case.bureau, party=case.party, on=on)
    tell_party(
        case.party,
        f"您可以对处罚告知书提出陈述、申辩{'或者要求听证' if may_ask else ''}，请在期限内办理。",
        on=on,
        url=reverse("penalties:portal-case", args=[case.pk]),
    )
