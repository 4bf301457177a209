"""The sample year, played day by day through the services of the pages."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date

from django.db import transaction

from archives_enforcement.accounts.models import Bureau
from archives_enforcement.accounts.services import confirm_identity
from inspections.models import Finding, Inspection
from inspections.services import plan_items, planning, rectification
from publicity.models import ResultRule
from reports.demo import visits
from reports.demo.books import Books
from reports.demo.choosing import Choices
from reports.demo.look_backs import LookBacks
from reports.demo.people import SignIns, add_people, make_bureau
from reports.demo.tables import Sample, day
from reports.past_checks import PAST_CHECKS
from reports.services import annual, history
from units import services as units
from units import spreadsheet
from units.models import Unit

BATCH = 100  # acts that share one write to disk


class SampleYear:
    """Plays a sample folder; `play()` runs every act in the order of its date."""

    def __init__(self, name: str, sign_ins: SignIns, parent: Bureau):
        self.sample = Sample(name)
        self.bureau = make_bureau(self.sample.about["bureau"], parent)
        self.people = add_people(
            sign_ins, self.bureau, self.sample.rows("people"), self.bureau.code
        )
        self.checks = {row["序号"]: row for row in self.sample.rows("checks")}
        self.problems = defaultdict(list)
        for row in self.sample.rows("findings"):
            self.problems[row["检查序号"]].append(row)
        self.choices = Choices()
        self.visits: dict[str, Inspection] = {}
        self.papers: dict[str, object] = {}
        self.acts: list[tuple[date, int, Callable[[], None]]] = []

    def play(self, progress: Callable[[str], None]) -> None:
        self._lay_foundations(progress)
        self._collect()
        acts = sorted(self.acts, key=lambda row: row[:2])
        for first in range(0, len(acts), BATCH):
            with transaction.atomic():
                for _, _, act in acts[first : first + BATCH]:
                    act()
            done = min(first + BATCH, len(acts))
            progress(f"　已办到 {acts[done - 1][0]}，{done} 件，共 {len(acts)} 件")

    def crew(self, row: dict) -> visits.Crew:
        observer = row.get("观察员") or None
        return visits.Crew(
            self.people["clerk"],
            self.people["head"],
            self.people[row["主办"]],
            self.people[row["协办"]],
            self.people[row.get("馆员") or "assistant_a"],
            self.people[observer] if observer else None,
        )

    def unit(self, name: str) -> Unit:
        return Unit.objects.get(party__bureau=self.bureau, party__name=name)

    def later(self, on: date, act: Callable[[], None]) -> None:
        self.acts.append((on, len(self.acts), act))

    # Foundations: identity, units, plan

    def _lay_foundations(self, progress) -> None:
        about, clerk, head = self.sample.about, self.people["clerk"], self.people["head"]
        plan = about["plan"]
        drafted = day(plan["drafted_on"])
        confirm_identity(self.bureau, actor=head, on=drafted, **about["identity"])
        self.bureau.refresh_from_db()
        file = {"name": "units.csv", "content": self.sample.content("units.csv")}
        rows = spreadsheet.read(*file.values())
        units.import_units(rows, bureau=self.bureau, actor=clerk, on=drafted, **file)
        progress(f"　已导入 {len(rows)} 个单位")
        ResultRule.objects.create(
            bureau=self.bureau,
            valid_from=drafted,
            whom=ResultRule.Whom.ELSEWHERE,
            source="示例：当年的检查结果已在区政府网站公示",
        )
        self._bring_in_history(progress)
        row = planning.create_plan(
            actor=clerk,
            on=drafted,
            year=drafted.year,
            title=plan["title"],
            purpose=plan["purpose"],
            method=plan["method"],
        )
        for item in self.sample.rows("plan"):
            month = int(item["月份"])
            plan_items.add_items(
                row,
                actor=clerk,
                on=drafted,
                units=[self.unit(item["单位名称"])],
                kind=item["检查类型"],
                month=month,
                checklist=visits.checklist_on(date(drafted.year, month, 1)),
            )
        planning.submit_plan(row, actor=clerk, on=drafted)
        planning.check_plan(
            row,
            actor=self.people["reviewer"],
            on=drafted,
            opinion="项目和清单有依据，同意报审定。",
        )
        planning.approve_plan(row, actor=head, on=day(plan["approved_on"]))
        planning.publish_plan(row, actor=clerk, on=day(plan["published_on"]))
        self.plan_items = {item.unit_id: item for item in row.items.all()}
        progress(f"　{plan['title']}已公布，{len(self.plan_items)} 项")

    def _bring_in_history(self, progress) -> None:
        """The two years before as paper tells them, so that three years stand side by side."""
        content = self.sample.content("history.csv")
        rows = PAST_CHECKS.read("history.csv", content)
        clerk = self.people["clerk"]
        name = "2022、2023年检查（示例）.csv"
        history.start_import(rows, actor=clerk, name=name, content=content)
        progress(f"　已补录以前两年的检查 {len(rows)} 次（示例数据）")

    # What happens on which day

    def _collect(self) -> None:
        for number, row in self.checks.items():
            self._collect_check(number, row)
        LookBacks(self).collect()
        Books(self).collect()

    def _collect_check(self, number: str, row: dict) -> None:
        on, issued, delivered = (
            day(row[name]) for name in ("检查日期", "反馈意见书签发日期", "送达日期")
        )
        before = visits.workday_before(on, 4)
        self.later(before, lambda: self._prepare(number, row, before))
        self.later(on, lambda: self._go(number, row))
        self.later(
            visits.workday_after(on, 2), lambda: visits.report(self.crew(row), self.visits[number])
        )
        self.later(issued, lambda: self._issue(number, row, issued))
        self.later(delivered, lambda: self._deliver(number, row, delivered))
        last = delivered
        for problem in self.problems[number]:
            if problem["整改结果"] != "open":
                replied, reviewed = day(problem["回复日期"]), day(problem["复核日期"])
                self.later(replied, lambda p=problem, d=replied: self._answer(number, row, p, d))
                self.later(reviewed, lambda p=problem, d=reviewed: self._review(number, row, p, d))
                last = max(last, reviewed)
        self.later(last, lambda: self.close(number, row, last))

    def _prepare(self, number, row, on) -> None:
        unit = self.unit(row["单位名称"])
        facts = {"plan_item": self.plan_items.get(unit.pk)}
        if row["检查类型"] == "case":
            facts = {"reason": row["个案事由"]}
        self.visits[number] = visits.prepare(
            self.crew(row), unit, row["检查类型"], day(row["检查日期"]), on=on, **facts
        )

    def _go(self, number, row) -> None:
        seen = {problem["清单编号"]: problem["事实"] for problem in self.problems[number]}
        refused = row["签字情况"] == "refused"
        visits.go(self.crew(row), self.visit(number), seen, refused=refused)

    def visit(self, number: str) -> Inspection:
        return Inspection.objects.select_related("unit__party", "bureau", "checklist").get(
            pk=self.visits[number].pk
        )

    def _issue(self, number, row, on) -> None:
        self.papers[number] = visits.issue_letter(self.crew(row), self.visit(number), on=on)

    def _deliver(self, number, row, on) -> None:
        visits.deliver(self.crew(row), self.papers[number], on=on)

    def _finding(self, number, problem) -> Finding:
        return Finding.objects.select_related("inspection__unit__party", "inspection__bureau").get(
            inspection=self.visits[number], item__code=problem["清单编号"]
        )

    def _answer(self, number, row, problem, on) -> None:
        visits.answer(self.crew(row), self._finding(number, problem), on=on)

    def _review(self, number, row, problem, on) -> None:
        finding, actor = self._finding(number, problem), self.crew(row).lead
        if problem["整改结果"] == "accepted":
            rectification.accept(finding, actor=actor, on=on, note="材料齐全，同意销号。")
        else:
            note = "整改材料不能证明已经改好，请补充。"
            rectification.return_reply(finding, actor=actor, on=on, note=note)

    def close(self, number, row, on) -> None:
        visit = self.visit(number)
        if not visit.findings.filter(state__in=Finding.UNFIXED).exists():
            rectification.close(visit, actor=self.crew(row).lead, on=on)

    def report(self, progress: Callable[[str], None]) -> None:
        """The annual report of the year, from draft to publication in the next January."""
        clerk, head = self.people["clerk"], self.people["head"]
        year = day(self.sample.about["plan"]["drafted_on"]).year
        on = date(year + 1, 1, 15)
        row = annual.draft_report(actor=clerk, on=on, year=year)
        narrative = {
            name: "\n".join(lines) for name, lines in self.sample.about["narrative"].items()
        }
        annual.write_narrative(row, actor=clerk, on=on, narrative=narrative)
        row = annual.submit_report(row, actor=clerk, on=on)
        row = annual.approve_report(row, actor=head, on=on)
        public = self.sample.about["report"]
        annual.enter_publication(
            row, actor=clerk, on=day(public["published_on"]), place=public["published_place"]
        )
        progress(f"　{year} 年度报告已签发，公开已补录")
