"""What the bureau enters in its books besides visits: model units, ledger, 普法, media."""

from inspections.models import Inspection
from inspections.queries.exemplary import evidenced, ready_to_nominate
from inspections.services import consents, exemplary
from publicity.services import activities
from reports.demo.choosing import MODEL, Listed
from reports.demo.papers import scan
from reports.demo.tables import day
from reports.demo.visits import workday_after
from reports.services import ledger


class Books:
    """The books of one year; adds its acts to the year's."""

    def __init__(self, year):
        self.year = year
        self.clerk, self.head = year.people["clerk"], year.people["head"]

    def collect(self) -> None:
        entries = (
            ("ledger_tasks", "完成日期", self._task),
            ("ledger_visits", "日期", self._visit),
            ("articles", "发布日期", self._article),
            ("media", "发布日期", self._media),
            ("activities", "日期", self._activity),
            ("exemplary", "推荐日期", self._nominate),
            ("exemplary", "决定日期", self._decide),
        )
        for table, column, enter in entries:
            for row in self.year.sample.rows(table):
                self.year.later(day(row[column]), lambda row=row, enter=enter: enter(row))
        for row in self.year.sample.rows("exemplary"):
            on = workday_after(day(row["推荐日期"]), 2)
            self.year.later(on, lambda row=row, on=on: self._consent(row, on))

    def _task(self, row) -> None:
        due, done = day(row["完成时限"]), day(row["完成日期"])
        task = ledger.create_task(
            actor=self.clerk,
            on=done,
            year=due.year,
            title=row["任务"],
            owner=row["责任科室"],
            due_on=due,
        )
        ledger.finish(task, actor=self.clerk, on=done, note=row["进展"])

    def _visit(self, row) -> None:
        on = day(row["日期"])
        ledger.record_visit(
            actor=self.clerk,
            on=on,
            visited_on=on,
            place=row["地点"],
            leader=row["带队"],
            purpose=row["内容"],
        )

    def _article(self, row) -> None:
        on = day(row["发布日期"])
        activities.record_article(
            actor=self.clerk,
            on=on,
            series=row["系列"],
            title=row["标题"],
            published_on=on,
            channel=row["渠道"],
        )

    def _media(self, row) -> None:
        on = day(row["发布日期"])
        activities.record_media(
            actor=self.clerk,
            on=on,
            outlet=row["媒体"],
            title=row["标题"],
            published_on=on,
            kind=row["类别"],
        )

    def _activity(self, row) -> None:
        on = day(row["日期"])
        activities.record_activity(
            actor=self.clerk,
            on=on,
            kind=row["类别"],
            title=row["标题"],
            held_on=on,
            place=row["地点"],
            partners=row["合作单位"],
        )

    def _nominate(self, row) -> None:
        visit = Inspection.objects.get(
            bureau=self.year.bureau,
            unit=self.year.unit(row["单位名称"]),
            kind__in=Inspection.ENFORCEMENT,
        )
        on = day(row["推荐日期"])
        ready = [Listed(one) for one in ready_to_nominate(self.clerk)]
        self.year.choices.take(MODEL, ready, visit, on)
        self.year.papers[row["单位名称"]] = exemplary.nominate(
            visit,
            actor=self.clerk,
            on=on,
            reason=row["理由"],
            findings=[case.finding for case in evidenced(visit)],
        )

    def _consent(self, row, on) -> None:
        """The unit agreed on paper, entered with its scan."""
        consent = self.year.papers[row["单位名称"]].consent
        consents.enter_answer(
            consent, actor=self.clerk, on=on, files=[scan("同意公开意见")], agrees=True
        )

    def _decide(self, row) -> None:
        nomination = self.year.papers[row["单位名称"]]
        exemplary.decide(nomination, actor=self.head, on=day(row["决定日期"]))
