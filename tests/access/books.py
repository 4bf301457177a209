"""Plans, papers, ledger and reports of one side, through the services."""

from datetime import date, timedelta
from io import BytesIO

from django.utils import timezone
from pypdfium2 import PdfDocument

from archives_enforcement.accounts import services as people_services
from archives_enforcement.accounts.services import deputise
from archives_enforcement.documents import services as documents
from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.documents.queries import render_job
from archives_enforcement.jobs.models import Job
from inspections.services import coverage, draw_exclusions, planning, publishing
from inspections.services import leave as absence
from penalties.models import Benchmark
from penalties.services import benchmarks as grading
from reports.models import HistoryImport, PastCheck
from reports.services import annual, ledger
from tests import factories
from tests.access.sides import SINCE, Side
from tests.access.visits import DAY, OVERDUE, printed
from tests.documents.issuing import FIELDS
from tests.documents.test_seals import picture as seal_picture
from tests.inspections import arranging, holding, listing, on_site
from units import services as registry
from units import spreadsheet
from units.models import Unit

REPORTED = date(2025, 1, 10)


def plans(side: Side) -> dict:
    """An annual plan in each state, one a year; a superior sees those that are published."""
    desk, chief = side.team.desk, side.team.chief
    made = {}
    states = ("plan_draft", "plan_submitted", "plan_checked", "plan_approved", "plan_published")
    for year, state in enumerate(states, start=2024):
        title = side.mark("plan" if state == "plan_published" else "plandraft")
        made[state] = arranging.make_plan(desk, year=year, title=title)
        arranging.add_units(made[state], desk, side.unit)
    for state in states[1:]:
        planning.submit_plan(made[state], actor=desk, on=arranging.PLANNED_ON)
    for state in states[2:]:
        who = {"actor": side.team.lawyer, "on": arranging.PLANNED_ON}
        planning.check_plan(made[state], **who, opinion=side.mark("plandraft"))
    for state in states[3:]:
        planning.approve_plan(made[state], actor=chief, on=arranging.PLANNED_ON)
    planning.publish_plan(made["plan_published"], actor=desk, on=arranging.PLANNED_ON)
    return made | {
        "plan_item": made["plan_draft"].items.get(),
        "item_approved": made["plan_approved"].items.get(),
    }


def rules(side: Side) -> dict:
    """A rule of coverage in force, and an officer who will be away."""
    rule = coverage.set_rule(
        actor=side.team.desk, on=timezone.localdate(), title=side.mark("rule"), kind="any",
        population="all", min_share=10, max_share=None, unit_min=None, unit_max=None,
        effective_from=SINCE, source="工作制度", mark="LOCAL",
    )  # fmt: skip
    leave = absence.record_leave(
        actor=side.team.desk, on=timezone.localdate(), officer=side.team.second,
        first_day=date(2031, 5, 1), last_day=date(2031, 5, 2), reason=side.mark("leave"),
    )  # fmt: skip
    return {"rule": rule, "leave": leave}


def draws(side: Side) -> dict:
    """A draw in each state in which somebody may act; one unit is left out of the draft."""
    desk, rule = side.team.desk, {"unit_count": 1, "title": side.mark("draw")}
    drafted = holding.prepared(desk, unit_count=1, title=side.mark("drawdraft"))
    quiet = Unit.objects.get(party__name__contains=side.mark("quiet"))
    with holding.at(holding.PREPARED):
        exclusion = draw_exclusions.exclude(
            drafted, actor=desk, on=holding.PREPARED.date(), unit=quiet, reason="库房搬迁"
        )
    return {
        "draw_draft": drafted,
        "draw_exclusion": exclusion,
        "draw_published": holding.published(desk, **rule),
        "draw_contributed": holding.contributed(desk, **rule),
        "draw_drawn": holding.held(desk, **rule),
    }


def checklists(side: Side) -> dict:
    """A list of the bureau's own in each state: one area of the list that everybody has."""
    shared = arranging.checklist()
    marks = ("listdraft", "listdraft", "list")
    names = [side.mark(mark) + word for mark, word in zip(marks, "一二三", strict=True)]
    own = [listing.taken(side.team.desk, name) for name in names]
    listing.submitted(own[1], side.team.desk)
    listing.adopted(own[2], side.team.desk, side.team.chief)
    published = publishing.publish_list(
        own[2], actor=side.team.desk, on=timezone.localdate(), published_on=timezone.localdate()
    )
    return {
        "list_shared": shared,
        "list_draft": own[0],
        "list_item": own[0].items.first(),
        "list_submitted": own[1],
        "list_adopted": own[2],
        "list_published": published,
    }


def benchmarks(side: Side) -> dict:
    """A benchmark being written, and one that is published but has not begun to apply."""
    today, title = timezone.localdate(), side.mark("benchmark")
    sample = Benchmark.objects.get(bureau=None)
    who = {"actor": side.team.lawyer, "on": today}
    head = {
        "title": title, "issuer": "示例市档案局", "source": "本机关公布文本", "mark": "LOCAL",
        "level": "district", "from_above": False,
    }  # fmt: skip
    first = grading.draft(sample, **who, version="一", **head)
    ours = grading.publish(
        first, actor=side.team.chief, on=today, valid_from=today + timedelta(days=365)
    )
    draft = grading.draft(sample, **who, version="二", **head)
    return {"benchmark_draft": draft, "benchmark_ours": ours, "benchmark_sample": sample}


def card(side: Side) -> dict:
    """What the bureau knows of the unit: what it keeps, and whom to call."""
    who = {"actor": side.team.desk, "on": timezone.localdate()}
    registry.record_holdings(side.unit, **who, as_of=DAY, storeroom=side.mark("holding"))
    person = registry.add_contact(side.unit, **who, name=side.mark("holding"), post="leader")
    return {"person": person}


def imports(side: Side) -> dict:
    """Lists that were brought in: of a unit that is known, and of one check on paper."""
    name, party = side.mark("past"), side.unit.party
    content = f"单位名称,性质\n{party.name},{party.get_kind_display()}\n".encode()
    rows = spreadsheet.read("单位.csv", content)
    run = registry.start_import(rows, actor=side.team.desk, name=f"{name}.csv", content=content)
    paper = HistoryImport.objects.create(
        bureau=side.bureau, name=f"{side.mark('past')}.csv", sha256=run.sha256, sm3=run.sm3,
        rows=1, started_by=side.team.desk, started_at=timezone.now(), finished_at=timezone.now(),
        counts={"created": 1, "letters": 0, "findings": 0},
    )  # fmt: skip
    past = PastCheck.objects.create(
        bureau=side.bureau, unit=side.unit, kind="daily", held_on=date(2020, 5, 8),
        kept_at=side.mark("past"), brought_in=paper,
    )  # fmt: skip
    return {"unit_import": run, "history_import": paper, "past_check": past}


def people(side: Side) -> dict:
    """A second person of the unit, one who asks to be let in, and one who is invited."""
    party, today = side.unit.party, timezone.localdate()
    own = factories.make_contact(f"second-{side.letter}", party)
    asking = factories.make_user(f"asking-{side.letter}", "unit_contact", name=side.mark("invited"))
    invitation, token = people_services.invite(
        party, actor=side.team.desk, on=today, name=side.mark("invited"), post="archivist"
    )
    invitation.token = token  # the address of the link; the database does not know it
    return {
        "grant": own.grants.get(),
        "grant_waiting": people_services.apply(party, on=today, post="archivist", user=asking),
        "unit_invitation": invitation,
    }


def away(side: Side, principal, deputy):
    """A deputation to come, which gives nobody a right yet."""
    day = timezone.localdate() + timedelta(days=30)
    return deputise(
        principal, deputy, "head", first_day=day, last_day=day, reason=side.mark("deputy"),
        actor=principal, on=timezone.localdate(),
    )  # fmt: skip


def draft(side: Side, reason="draft"):
    """A letter to the unit."""
    return documents.draft(
        side.unit,
        "inquiry_letter",
        bureau=side.bureau,
        party=side.unit.party,
        title="关于档案保管情况的函询函",
        fields={**FIELDS, "unit": side.mark("name"), "reason": side.mark(reason)},
        actor=side.team.lead,
        on=DAY,
    )


def order(side: Side, kind="correction_order"):
    """A paper of the catalogue that is reviewed before it is signed, or a record of officers."""
    facts = dict.fromkeys(KINDS[kind].fields, side.mark("draft"))
    return documents.draft(
        side.unit,
        kind,
        bureau=side.bureau,
        party=side.unit.party,
        title=KINDS[kind].label,
        fields=facts,
        actor=side.team.lead,
        on=DAY,
    )


def _one_page() -> bytes:
    out, empty = BytesIO(), PdfDocument.new()
    empty.new_page(595, 842)
    empty.save(out)
    return out.getvalue()


def papers(side: Side) -> dict:
    """A paper in each state, and one that waits for its receiver; its PDF has failed."""
    lead, _, chief, *_ = side.team
    sent = on_site.issue(draft(side, "letter"), lead, chief)
    Job.objects.filter(pk=render_job(sent).pk).update(state=Job.State.FAILED)
    documents.record_failure(
        sent.deliveries.get(), actor=side.team.desk, on=DAY, method="post", failure="returned",
        reason=side.mark("attempt"),
    )  # fmt: skip
    address = documents.register_address(
        side.unit.party, actor=side.team.desk, on=DAY, signed_on=DAY, valid_from=DAY,
        address=side.mark("address"), recipient="收发室", phone="000-00000000",
        files=[side.upload("addressfile")],
    )  # fmt: skip
    kept = documents.complete(order(side, "patrol_record"), actor=lead, on=DAY)
    documents.add_signed_scan(kept, files=[side.upload("scanfile")], actor=lead, on=DAY)
    signing = documents.submit(draft(side), actor=lead, on=DAY)
    printed(signing, _one_page())  # so that the batch has something to hand out
    return {
        "party": side.unit.party,
        "address": address,
        "file_address": side.uploaded("addressfile"),
        "paper_draft": draft(side),
        "paper_submitted": documents.submit(draft(side), actor=lead, on=DAY),
        "paper_sent": sent,
        "batch": documents.start_batch([signing], actor=chief, on=DAY),
        "batch_drafting": documents.draft_together(
            "unit", "report_reminder", [side.unit], title="催报函", fields={},
            actor=side.team.desk, on=DAY,
        ),
        "paper_order": order(side),
        "paper_in_review": documents.submit_review(order(side), actor=lead, on=DAY),
        "paper_record": order(side, "patrol_record"),
        "paper_kept": kept,
        "file_scan": side.uploaded("scanfile"),
        "delivery": sent.deliveries.get(),
        "paper_entered": documents.enter(
            "inquiry_letter", party=side.unit.party, number=f"旧档〔2023〕{side.letter}号",
            title=side.mark("letter"), issued_on=DAY, signer="原局长", delivered_on=DAY,
            scan=side.upload("letter"), actor=side.team.desk,
        ),
    }  # fmt: skip


def make_seal(side: Side) -> None:
    documents.register_seal(
        side.bureau, actor=side.team.chief, on=DAY, in_use_from=DAY, note=side.mark("seal"),
        picture=seal_picture(),
    )  # fmt: skip


def make_void(side: Side) -> None:
    """The last act of the year: its reason stands at the head of the trail."""
    documents.void(draft(side), actor=side.team.lead, on=DAY, note=side.mark("audit"))


def reports(side: Side) -> dict:
    """The ledger of 2024, and an annual report in each state."""
    desk, chief = side.team.desk, side.team.chief
    who = {"actor": desk, "on": DAY}
    task = ledger.create_task(
        **who, year=2024, title=side.mark("task"), owner="局办公室", due_on=OVERDUE
    )
    trip = ledger.record_visit(
        **who, visited_on=DAY, place=side.mark("trip"), leader="局长", purpose="安全检查"
    )
    made = {
        name: _written(side, year, "reportdraft")
        for year, name in ((2025, "report_draft"), (2023, "report_submitted"))
    }
    annual.submit_report(made["report_submitted"], actor=desk, on=REPORTED)
    approved = {
        2018: "report_asked", 2019: "report_withheld", 2021: "report_first",
        2022: "report_second", 2024: "report_approved",
    }  # fmt: skip
    for year, name in approved.items():
        made[name] = annual.submit_report(_written(side, year, "report"), actor=desk, on=REPORTED)
        annual.approve_report(made[name], actor=chief, on=REPORTED)
    return made | {"task": task, "trip": trip}


def _written(side: Side, year: int, words: str):
    desk = side.team.desk
    report = annual.draft_report(actor=desk, on=REPORTED, year=year)
    narrative = {"problems": side.mark(words), "next_steps": side.mark(words)}
    return annual.write_narrative(report, actor=desk, on=REPORTED, narrative=narrative)
