"""A bureau's year with as many records of each kind as a test asks for."""

from datetime import date, time, timedelta
from itertools import count

from django.utils import timezone

from archives_enforcement.accounts.models import Certificate
from archives_enforcement.documents.models import Document, Wording
from inspections.models import (
    Checklist,
    Exemplary,
    Finding,
    Inspection,
    Interview,
    Invitation,
    Plan,
    Reply,
)
from publicity.services import activities
from reports.models import HistoryImport, PastCheck
from reports.services import ledger
from tests import factories

SERIAL = count(1)


class YearMaker:
    """Adds records of one year to one bureau; every method returns what it made."""

    def __init__(self, bureau, year: int):
        self.bureau, self.year = bureau, year
        mark = f"{bureau.code}-{year}"
        self.officer = factories.make_officer(
            f"officer-{mark}", bureau, valid_from=date(2019, 1, 1)
        )
        self.clerk = factories.make_user(f"clerk-{mark}", "clerk", bureau=bureau)
        self.head = factories.make_user(f"head-{mark}", "head", bureau=bureau)
        self.checklist = Checklist.objects.order_by("valid_from").first()
        self.units = []

    def day(self, place: int = 0) -> date:
        return date(self.year, 3, 1) + timedelta(days=place)

    def unit(self):
        name = f"{self.bureau.code}示例单位{len(self.units) + 1}"
        self.units.append(factories.make_unit(self.bureau, name))
        return self.units[-1]

    def check(
        self, kind="daily", state="rectifying", place=0, *, unit=None, **fields
    ) -> Inspection:
        return Inspection.objects.create(
            bureau=self.bureau,
            unit=unit or self.unit(),
            kind=kind,
            state=state,
            checklist=self.checklist,
            scheduled_on=self.day(place),
            inspected_on=fields.pop("inspected_on", self.day(place)),
            drafted_by=self.officer,
            **fields,
        )

    def past_check(self) -> PastCheck:
        """A check on paper, with its letter and one problem."""
        run = HistoryImport.objects.create(
            bureau=self.bureau, name="历史.csv", rows=1, started_at=timezone.now()
        )
        row = PastCheck.objects.create(
            bureau=self.bureau, unit=self.unit(), kind="daily", held_on=self.day(),
            letter_number=f"旧〔{self.year}〕1号", letter_on=self.day(), kept_at="案卷",
            brought_in=run,
        )  # fmt: skip
        row.findings.create(text="没有台账", is_fixed=True)
        return row

    def look_back(self, origin, **fields) -> Inspection:
        return self.check("look_back", "closed", 60, unit=origin.unit, origin=origin, **fields)

    def paper(self, subject, kind="feedback_letter", *, on=None, **fields) -> Document:
        serial = next(SERIAL)
        return Document.objects.create(
            bureau=self.bureau,
            kind=kind,
            title="文书",
            state="issued",
            subject=subject,
            wording=Wording.objects.filter(kind=kind).first(),
            content={},
            year=self.year,
            serial=serial,
            number=f"示〔{self.year}〕{serial}号",
            drafted_by=self.officer,
            drafted_on=self.day(),
            issued_on=on or self.day(),
            verification_code=f"code-{serial}",
            **fields,
        )

    def finding(self, check, state="open") -> Finding:
        return Finding.objects.create(
            inspection=check,
            item=self.checklist.items.first(),
            position=check.findings.count() + 1,
            text="目录没有更新",
            requirement="更新目录",
            basis="依据",
            severity="B",
            state=state,
        )

    def reply(self, finding) -> Reply:
        return Reply.objects.create(
            finding=finding, kind="fixed", text="已改", replied_on=self.day(20),
            replied_by=self.clerk,
        )  # fmt: skip

    def observer(self, check, *, person=None, attended=True) -> Invitation:
        person = person or factories.make_user(f"observer-{next(SERIAL)}", "observer")
        return Invitation.objects.create(inspection=check, observer=person, attended=attended)

    def exemplary(self, check, state="decided") -> Exemplary:
        return Exemplary.objects.create(
            bureau=self.bureau, inspection=check, reason="整改到位", state=state,
            nominated_by=self.clerk, nominated_on=self.day(30), decided_on=self.day(40),
        )  # fmt: skip

    def interview(self, check, state="held") -> Interview:
        return Interview.objects.create(
            bureau=self.bureau, unit=check.unit, inspection=check, kind="work", reason="整改不力",
            scheduled_on=self.day(50), scheduled_at=time(9), place="会议室", state=state,
            drafted_by=self.officer, held_on=self.day(50) if state == "held" else None,
        )  # fmt: skip

    def plan(self, total: int, done: int, state="published") -> Plan:
        """A plan of `total` items, `done` of them carried out by checks of their own."""
        plan = Plan.objects.create(
            bureau=self.bureau, year=self.year, title="检查计划", state=state,
            drafted_by=self.clerk,
        )  # fmt: skip
        for place in range(total):
            item = plan.items.create(unit=self.unit(), kind="daily", month=3,
                                     checklist=self.checklist)  # fmt: skip
            if place < done:
                self.paper(self.check(unit=item.unit, plan_item=item))
        return plan

    def activity(self, **facts):
        words = {"kind": "exchange", "title": "现场交流", "held_on": self.day(), **facts}
        return activities.record_activity(actor=self.clerk, on=self.day(300), **words)

    def article(self):
        return activities.record_article(
            actor=self.clerk, on=self.day(300), series="兰台风采", title="第 1 期",
            published_on=self.day(), channel="公众号",
        )  # fmt: skip

    def media(self):
        return activities.record_media(
            actor=self.clerk, on=self.day(300), outlet="示例档案网", title="经验做法",
            published_on=self.day(), kind="media",
        )  # fmt: skip

    def task(self, done=False):
        task = ledger.create_task(
            actor=self.clerk, on=self.day(), year=self.year, title="档案检查", owner="业务科",
            due_on=date(self.year, 12, 20),
        )  # fmt: skip
        return ledger.finish(task, actor=self.clerk, on=self.day(200)) if done else task

    def visit(self):
        return ledger.record_visit(
            actor=self.clerk, on=self.day(300), visited_on=self.day(), place="区档案馆",
            leader="负责同志", purpose="节前安全检查",
        )  # fmt: skip

    def new_officer(self, *, on=None):
        return factories.make_officer(
            f"new-{next(SERIAL)}", self.bureau, valid_from=on or self.day()
        )


def withdraw(user, on: date) -> None:
    Certificate.objects.filter(user=user).update(withdrawn_on=on)
