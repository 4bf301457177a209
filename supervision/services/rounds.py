"""执法监督检查: a frozen pool, a witnessed draw, reviews, a circular, a report, an end."""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.documents import services as documents
from archives_enforcement.documents.models import Document
from archives_enforcement.files import services as files
from archives_enforcement.workdays import deadlines
from archives_enforcement.workdays.models.limits import in_words
from archives_enforcement.workflow import Act, Refused, act, check_date, check_permission, lock
from supervision import guards, sampling
from supervision.models import Round, RoundItem
from supervision.queries import notices as papers
from supervision.queries import rounds as queries
from supervision.services.notices import DRAFT, UNITS
from supervision.services.verdicts import write_verdicts
from supervision.workflow import ROUND_FLOW, SUPERVISE


def _stated(text: str, what: str) -> str:
    if not text.strip():
        raise Refused(f"请写明{what}。")
    return text.strip()


@act
def prepare(*, actor, on: date, title: str, method: str, since: date, until: date, **wanted):
    """拟定: what was done in the period is frozen with its digest before anything is drawn.

    `wanted_checks` and `wanted_cases` are how many are drawn; None takes all. Raises Refused for a
    period that is not over and for one in which nothing was done.
    """
    check_permission(actor, SUPERVISE, "组织执法监督检查")
    backfilled = check_date(actor, on)
    if not since <= until <= on:
        raise Refused("期间的起止日期应当依次填写，并且已经过完。")
    pool = queries.pool_of(actor, since, until)
    if not pool["checks"] and not pool["cases"]:
        raise Refused("这段期间没有实施过检查，也没有决定或者办结的案件，请改填期间。")
    if wanted["wanted_checks"] == 0 and wanted["wanted_cases"] == 0:
        raise Refused("请至少抽取一次检查或者一件案件。")
    if beyond := _beyond(pool, wanted):
        raise Refused(beyond)
    row = Round.objects.create(
        bureau=actor.bureau, title=_stated(title, "名称"), method=method, since=since, until=until,
        drafted_by=actor, drafted_on=on, pool=pool, digest=sampling.digest_of(pool), **wanted,
    )  # fmt: skip
    trail.record(
        row, "prepare_round", "固定抽取范围", actor=actor, on=on, backfilled=backfilled,
        details={"digest": row.digest},
    )  # fmt: skip
    return row


def _beyond(pool: dict, wanted: dict) -> dict[str, str]:
    """What is to be drawn beyond what was done in the period, by the field that says so."""
    there = {
        "wanted_checks": (len(pool["checks"]), "次检查"),
        "wanted_cases": (len(pool["cases"]), "件案件"),
    }
    return {
        name: f"这段期间只有 {most} {what}，不能抽取 {wanted[name]} {what[0]}；全部抽取的留空。"
        for name, (most, what) in there.items()
        if (wanted[name] or 0) > most
    }


@act
def draw(row: Round, *, actor, on: date, contribution: str) -> Round:
    """抽取 with the number of a witness who did not organise the round."""
    number = _stated(contribution, "见证人给出的数字")
    facts = {"contribution": number, "witness": actor, "drawn_on": on}
    row = ROUND_FLOW.advance(
        row, "draw", actor=actor, on=on, write=lambda each: facts,
        details=lambda each: {"digest": each.digest, "contribution": number},
    )  # fmt: skip
    drawn = sampling.picked(row.pool, queries.wanted_of(row), number)
    chosen = [{"inspection_id": key} for key in drawn["checks"]]
    chosen += [{"case_id": key} for key in drawn["cases"]]
    RoundItem.objects.bulk_create(
        RoundItem(round=row, position=place, **each) for place, each in enumerate(chosen, start=1)
    )
    return row


@act
def review(item: RoundItem, *, actor, on: date, verdicts: dict, guest: str = "") -> RoundItem:
    """评查 of one check or case: a verdict on each of the seven contents (code → verdict, note).

    Raises Refused to whoever had a hand in it, without the problem's words, and for 互查 without
    the name of the colleague from the other bureau.
    """
    item = lock(item, actor)
    check_permission(actor, SUPERVISE, "评查")
    backfilled = check_date(actor, on)
    if item.round.state != Round.State.DRAWN or on < item.round.drawn_on:
        raise Refused("只能在抽取以后、汇总以前评查。")
    persons = Act(actor, on, SUPERVISE).persons
    if why := guards.not_of_own_work(item.inspection, item.case, persons):
        raise Refused(why)
    if item.round.method == Round.Method.MUTUAL:
        _stated(guest, "互查的评查人（单位、姓名）")
    if why := guards.asked_of_a_guest(item):
        raise Refused(why)
    write_verdicts(item, actor=actor, on=on, verdicts=verdicts, guest=guest.strip())
    trail.record(
        item.round, "review_item", f"评查第{item.position}件", actor=actor, on=on,
        backfilled=backfilled,
    )  # fmt: skip
    return item


@act
def sum_up(
    row: Round, *, actor, on: date, receiver: str, problems: str, requirements: str, term: int,
    unit: str,
) -> Document:  # fmt: skip
    """汇总 the common problems and draft the circular; once signed the time to report runs."""
    check_permission(actor, DRAFT, "起草通报")
    if not term or unit not in UNITS:
        raise Refused("请写明报告检查纠正情况的期限（日或者工作日）。")
    facts = {
        "receiver": _stated(receiver, "受查机构"),
        "problems": _stated(problems, "普遍性、倾向性问题（没有的写“没有发现”）"),
        "requirements": _stated(requirements, "整改意见"),
        "term": term,
        "unit": unit,
    }
    row = ROUND_FLOW.advance(row, "sum_up", actor=actor, on=on, write=lambda each: facts)
    return _circular(row, actor, on)


@act
def draft_circular(row: Round, *, actor, on: date) -> Document:
    """起草通报 anew, where its draft was made void."""
    row = lock(row, actor)
    check_permission(actor, SUPERVISE, "起草通报")
    check_permission(actor, DRAFT, "起草通报")
    if row.state != Round.State.SUMMED:
        raise Refused("现在不用起草通报。")
    if papers.live(papers.papers_of(row, actor), queries.CIRCULAR):
        raise Refused("已经有一份通报草稿，请在原稿上修改或者先作废。")
    return _circular(row, actor, on)


def _circular(row: Round, actor, on: date) -> Document:
    checks = row.items.exclude(inspection=None).count()
    cases = row.items.exclude(case=None).count()
    return documents.draft(
        row,
        queries.CIRCULAR,
        bureau=row.bureau,
        party=None,
        title=f"关于{row.title}情况的通报",
        fields={
            "receiver": row.receiver,
            "facts": f"采取{row.get_method_display()}的方式，共评查检查{checks}次、案件{cases}件。",
            "problems": row.problems,
            "requirements": row.requirements,
            "report_due": f"请自通报印发之日起{in_words(row.unit, row.term)}内书面报告纠正情况。",
        },
        actor=actor,
        on=on,
    )


def circulated(document: Document, *, actor, on: date) -> None:
    """The circular is signed: the supervised office reports in its term."""
    row = ROUND_FLOW.advance(
        document.subject, "circulate", actor=actor, on=on, write=lambda each: {"circulated_on": on}
    )
    deadlines.start(
        row, queries.REPORT, bureau=row.bureau, on=on, name="报告检查纠正情况", length=row.term,
        unit=row.unit,
    )  # fmt: skip


@act
def report(row: Round, *, actor, on: date, text: str, uploads=()) -> Round:
    """报告检查纠正情况, with its files."""
    facts = {"report": _stated(text, "检查纠正情况"), "reported_on": on, "reported_by": actor}
    row = ROUND_FLOW.advance(row, "report", actor=actor, on=on, write=lambda each: facts)
    files.attach(row, uploads, purpose="纠正情况材料", actor=actor, bureau=row.bureau)
    deadlines.meet(row, queries.REPORT, on=on, note="已书面报告")
    return row


@act
def close(row: Round, *, actor, on: date, text: str) -> Round:
    """核实并办结 by somebody other than who reported."""
    facts = {"closing": _stated(text, "核实情况"), "closed_on": on}
    return ROUND_FLOW.advance(row, "close", actor=actor, on=on, write=lambda each: facts)
