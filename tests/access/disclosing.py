"""普法 and what is made public of one side: notices, results, withholdings, lists."""

from datetime import date

from django.utils import timezone

from archives_enforcement.documents.queries import documents_about
from publicity.services import activities, lists, notices, outreach, training, withholdings
from tests.access.books import REPORTED
from tests.access.sides import Side
from tests.access.visits import DAY


def publicity(side: Side) -> dict:
    """普法宣传 of 2024."""
    who = {"actor": side.team.desk, "on": DAY}
    activity = activities.record_activity(
        **who, kind="lecture", title=side.mark("activity"), held_on=DAY
    )
    article = activities.record_article(
        **who, series="兰台风采", title=side.mark("article"), published_on=DAY, channel="公众号"
    )
    media = activities.record_media(
        **who, outlet="示例日报", title=side.mark("media"), published_on=DAY, kind="media"
    )
    planned = {"kind": "course", "planned_for": DAY, "hours": 2, "title": side.mark("training")}
    return {
        "activity": activity,
        "article": article,
        "media": media,
        "training": training.plan(**who, **planned),
        **_outreach(side, who),
    }


def _outreach(side: Side, who: dict) -> dict:
    """普法计划 of three years: one being drafted, one handed in, one approved with an item."""
    head = {"actor": side.team.chief, "on": DAY}

    def plan(year: int):
        made = outreach.draft(**who, year=year, goal=side.mark("outreach"))
        item = outreach.add_item(
            made, **who, kind="school", title=side.mark("outreach"), responsible="综合科",
            planned_for=date(year, 6, 9),
        )  # fmt: skip
        return made, item

    (drafted, item), (asked, _), (approved, waiting) = plan(2026), plan(2025), plan(2024)
    outreach.submit(asked, **who)
    outreach.approve(outreach.submit(approved, **who), **head)
    return {
        "outreach_draft": drafted, "outreach_item": item, "outreach_asked": asked,
        "outreach": approved, "outreach_open": waiting,
    }  # fmt: skip


def public_lists(side: Side) -> dict:
    """公开清单: one being written, one of officers, one approved, one published, one withdrawn."""
    today = timezone.localdate()
    desk, chief = {"actor": side.team.desk, "on": today}, {"actor": side.team.chief, "on": today}
    text = side.mark("listing")

    def written(kind, *cells):
        return lists.write(lists.draft(kind, **desk), **desk, rows=[list(cells)], source=text)

    approved = lists.approve(written("services", text, text, "办公室", "000-1"), **chief)
    published, withdrawn = (
        lists.publish(lists.approve(written(kind, text, text, "文字", text), **chief), **desk)
        for kind in ("boundaries", "recording")
    )
    return {
        "list_page_draft": written("legal_review", text, text, text, text),
        "list_page_officers": lists.draft("officers", **desk),
        "list_page_approved": approved,
        "list_page_published": published,
        "list_page_withdrawn": lists.withdraw(withdrawn, **desk, reason="重新核对"),
    }


def disclosures(side: Side, found: dict) -> dict:
    """A paper that waits for its notice, a notice that is drafted, and one that is approved."""
    lead, chief = side.team.lead, side.team.chief

    def paper(report):
        return documents_about(found[report], lead).get()

    second = draft_notice(side, paper("report_second"), "notice")
    notices.approve(second, actor=chief, on=REPORTED)
    asked, withheld = (_withheld(side, paper(name)) for name in ("report_asked", "report_withheld"))
    return {
        "withheld_asked": asked,
        "withheld": withholdings.decide(withheld, actor=chief, on=REPORTED, note="同意。"),
        "paper_public": paper("report_approved"),
        "notice_draft": draft_notice(side, paper("report_first"), "notice"),
        "notice_approved": second,
        "result_published": _result(side, found["paper_issued"]),
    }


def _result(side: Side, letter):
    """The result of a check that anyone may read; its unit's name is nobody's canary here."""
    row = draft_notice(side, letter, "public", party_name=side.mark("public"))
    notices.approve(row, actor=side.team.chief, on=REPORTED)
    return notices.publish(row, actor=side.team.desk, on=timezone.localdate())


def _withheld(side: Side, paper):
    said = {"reasons": side.mark("withheld"), "redaction": "不能区分。"}
    return withholdings.propose(
        paper, actor=side.team.desk, on=REPORTED, ground="state_secret", **said
    )


def draft_notice(side: Side, paper, title: str, **words):
    """A notice of the paper, checked for secrets."""
    made = notices.create(
        paper,
        actor=side.team.desk,
        on=REPORTED,
        credit_class="none",
        credit_reason="不属于信用信息",
        title=side.mark(title),
        **words,
    )
    return notices.review_secrecy(
        made, actor=side.team.chief, on=REPORTED, note="不涉密", redacted=True
    )
