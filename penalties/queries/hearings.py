"""Whether the party may ask for a hearing (行政处罚法第六十三条), and what it is told of it."""

from datetime import date, timedelta

from django.db.models import QuerySet

from archives_enforcement.accounts.models import Party
from archives_enforcement.documents.models import Document
from archives_enforcement.documents.running import dates_in
from archives_enforcement.workdays import limits
from penalties.models import Assessment, Case, Hearing, HearingThreshold, Statement

NOTICE_CLOCK = "D-P08"
HEARING_NOTICE = "hearing_notice"
OFFER = "有权要求听证"
RIGHT = (
    f"根据《中华人民共和国行政处罚法》第六十三条、第六十四条的规定，你（单位）{OFFER}。要求听证的，"
    "应当在收到本告知书后五日内（工作日）提出；逾期未提出的，视为放弃听证。"
)
NO_RIGHT = "拟作出的处罚不属于《中华人民共和国行政处罚法》第六十三条规定应当告知听证权利的情形。"


def due(case: Case, proposal: Assessment, on: date) -> bool:
    """Whether fine or confiscation is a 较大数额 by what the bureau has set for that day.

    The other penalties that the article lists are not in archive law.
    """
    rows = HearingThreshold.objects.filter(bureau=case.bureau, effective_from__lte=on)
    row = rows.order_by("-effective_from").first() or HearingThreshold(
        person=1, organisation=1, gains=1
    )
    person = case.party.kind == Party.Kind.PERSON
    large = row.person if person else row.organisation
    return proposal.fine >= large or proposal.gains >= row.gains


def told(case: Case, proposal: Assessment, on: date) -> str:
    """The paragraph of the notice."""
    return RIGHT if due(case, proposal, on) else NO_RIGHT


def offered(notice: Document | None) -> bool:
    """Whether the notice, as it was issued, tells the party of the right."""
    return notice is not None and OFFER in str(notice.content)


def standing(case: Case) -> QuerySet[Statement]:
    """Requests for a hearing that was not held yet, and that were not taken back."""
    asked = case.statements.filter(kind=Statement.Kind.HEARING, taken_back=None)
    return asked.filter(hearing__held_on=None)


def unarranged(request: Statement) -> bool:
    """Whether it asks for a hearing that is to be arranged, or whose chair stands aside."""
    if request.kind != Statement.Kind.HEARING or request.taken_back_id:
        return False
    hearing = getattr(request, "hearing", None)
    if hearing is None:
        return True
    return (
        hearing.held_on is None
        and request.case.recusals.filter(person=hearing.chair_id, granted=True).exists()
    )


def ahead(case: Case) -> Hearing | None:
    """The hearing that is arranged and not yet held."""
    rows = case.hearings.filter(held_on=None, request__taken_back=None)
    return rows.select_related("chair").last()


def announced_by(hearing: Hearing, paper: Document | None) -> bool:
    """Whether the 听证通知书 names the day on which the hearing now is."""
    return paper is not None and hearing.scheduled_on in dates_in(paper.fields["time"])


def latest_notice(hearing: Hearing) -> date:
    """The last day on which the party may be told of it (第六十四条第二项, seven working days)."""
    return limits.compute(NOTICE_CLOCK, hearing.scheduled_on, bureau=hearing.case.bureau).due_on


def earliest(case: Case, on: date) -> date:
    """The first day for a hearing of which the party is told on `on`."""
    day = on + timedelta(days=1)
    while latest_notice(Hearing(case=case, scheduled_on=day)) < on:
        day += timedelta(days=1)
    return day


def words(case: Case) -> dict[str, str]:
    """What its notice says of the hearing that is arranged; the hour is a proposal."""
    if (hearing := ahead(case)) is None:
        return {}
    day = hearing.scheduled_on
    return {
        "time": f"{day.year}年{day.month}月{day.day}日上午9时",
        "place": hearing.place,
        "chair": str(hearing.chair),
        "openness": "公开举行。",
    }
