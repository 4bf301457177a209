"""Today's desk of a second bureau: something of everything waits, counted back from today."""

from datetime import date, timedelta
from pathlib import Path

from archives_enforcement.accounts.models import Bureau
from archives_enforcement.accounts.services import confirm_identity
from archives_enforcement.archiving import arranging
from archives_enforcement.archiving import services as archiving
from inspections.models import Finding, Inspection
from inspections.services import plan_items, planning, publishing, rectification
from penalties.models import Case
from reports.demo import (
    live_assessment,
    live_benchmark,
    live_campaign,
    live_draw,
    live_lists,
    live_people,
    live_publicity,
    live_rules,
    live_self,
    live_supervision,
    live_tips,
    visits,
)
from reports.demo.live_case import Days, LiveCase
from reports.demo.people import SignIns, add_contact, add_people, make_bureau
from units import services as units
from units.models import Unit

ABOUT = {
    "name": "示例区档案局",
    "short_name": "示例区档案局",
    "code": "990101",
    "document_word": "示例档",
}
IDENTITY = {
    "subject_name": "示例市示例区档案局",
    "seal_name": "示例市示例区档案局",
    "reconsideration_body": "示例市示例区人民政府",
    "court": "示例市示例区人民法院",
    "address": "示例区示例路1号",
    "phone": "000-00000000",
}
UNITS = (
    ("示例街道一", "township"),
    ("示例街道二", "township"),
    ("示例学校一", "institution"),
    ("示例医院一", "institution"),
    ("示例局一", "organ"),
    ("示例国企一", "state_enterprise"),
    ("示例档案服务公司", "service_enterprise"),
    ("示例档案整理公司", "service_enterprise"),
)
FIRMS = {  # what a decision says of its party; the numbers belong to nobody
    "示例档案服务公司": {"credit_code": "91999901MA0000000L", "legal_representative": "庚某"},
    "示例档案整理公司": {"credit_code": "91999901MA0000001P", "legal_representative": "辛某"},
}
PEOPLE = (
    ("officer", "执法人员甲", "officer;backfiller"),
    ("officer2", "执法人员乙", "officer;backfiller"),
    ("clerk", "综合人员丙", "clerk"),
    ("head", "机关负责人丁", "head;backfiller"),
    ("deputy_head", "分管负责人庚", "deputy_head"),
    ("section_head", "承办机构负责人辛", "section_head"),
    ("reviewer", "法制审核人员戊", "reviewer;backfiller"),
    ("chair", "听证主持人己", "hearing_chair"),
    ("assistant", "区档案馆馆员", "assistant"),
    ("observer", "基层档案员", "observer"),
    ("admin", "系统管理员", "administrator"),
)
PROBLEMS = {
    "2-02": "库房2具灭火器压力不足，检验标签已过期。",
    "2-06": "库房近三个月没有温湿度记录。",
    "3-03": "档案员变动后没有交接清单。",
}


class LiveSet:
    """A plan to approve, a check on Thursday, a letter soon due, overdue and returned replies."""

    def __init__(self, sign_ins: SignIns, city: Bureau, today: date):
        self.sign_ins, self.city, self.today = sign_ins, city, today
        self.bureau = make_bureau(ABOUT, city)
        self.people = add_people(sign_ins, self.bureau, self._rows(), ABOUT["code"])
        sign_ins.add("990100_superior", ("superior",), name="上级监督人员", bureau=city)
        person = self.people
        self.crew = visits.Crew(
            person["clerk"], person["head"], person["officer"], person["officer2"],
            person["assistant"],
        )  # fmt: skip

    def _rows(self) -> list[dict[str, str]]:
        licensed = {
            "发证机关": "示例市司法局",
            "有效期自": self.back(900).isoformat(),
            "有效期至": (self.today + timedelta(days=900)).isoformat(),
            "备注": "示例证件",
        }
        blank = dict.fromkeys(licensed, "")
        return [
            {"账号": name, "姓名": title, "岗位": roles, "证件编号": "", **blank}
            | ({"证件编号": f"示例-{number:04d}", **licensed} if "officer" in roles else {})
            for number, (name, title, roles) in enumerate(PEOPLE, 1)
        ]

    def back(self, days: int) -> date:
        return self.today - timedelta(days=days)

    def before(self, workdays: int) -> date:
        """The working day that many working days ago."""
        return visits.workday_before(self.today, workdays)

    def unit(self, name: str) -> Unit:
        return Unit.objects.select_related("party").get(party__bureau=self.bureau, party__name=name)

    def play(self) -> None:
        """Numbers rise with dates: what is told of an earlier day comes before."""
        begun = self.back(400)
        confirm_identity(self.bureau, actor=self.people["head"], on=begun, **IDENTITY)
        self.bureau.refresh_from_db()
        for place, (name, kind) in enumerate(UNITS, start=2):
            units.register(
                bureau=self.bureau,
                actor=self.people["clerk"],
                on=begun,
                name=name,
                kind=kind,
                address=f"示例区示例路{place}号",
                **FIRMS.get(name, {}),
            )
        self._contacts(begun)
        self._plan()
        live_benchmark.play(self.people, begun)
        self.merged = live_lists.play(self.people, self.today, adopted_on=self.back(300))
        live_rules.play(self.people["clerk"], self.people["officer2"], self.today)
        live_draw.play(self.people["clerk"], self.unit("示例医院一"), self.today)
        self._publish_list()
        taken = [self.unit("示例街道一"), self.unit("示例局一")]
        live_campaign.play(self.sign_ins, self.city, self.people["clerk"], taken, self.today)
        self._overdue_reply()
        self._returned_reply()
        self._closed_check()
        self._unread_letter()
        self._letter_soon_due()
        self._today()
        self._next_thursday()
        live_self.play(self.bureau, self.people, self.today)
        assessed = [self.unit(name) for name, _ in UNITS[:6]]
        live_assessment.play(assessed, self.people, self.today)
        self._closed_case()
        self._decided_case()
        self._case_at_review()
        live_supervision.play(self.bureau, self.people, self.today)
        hospital = self.unit("示例医院一").party
        live_tips.play(self.bureau, self.people, hospital, self.before(2), self.today)
        live_publicity.play(self.people, self.today)
        live_people.play(self.sign_ins, self.contacts["unit_contact"], self.today)

    def hand_out(self, folder: Path) -> None:
        """The slip that goes with the letter nobody has opened yet."""
        live_people.slip_of("示例局一", folder, self.people["clerk"], self.today)

    def file(self) -> None:
        """Compile the case files of what has ended, once the papers have their PDFs."""
        ended = Inspection.objects.filter(bureau=self.bureau, state=Inspection.State.CLOSED)
        for visit in ended.select_related("unit__party", "bureau", "lead"):
            self._compile("inspection", visit)
        for case in Case.objects.filter(bureau=self.bureau, state=Case.State.CLOSED):
            self._compile("case", case)

    def _compile(self, about: str, record) -> None:
        absent = [row.what for row in arranging.arrange(about, record).missing]
        archiving.compile_file(
            about,
            record,
            actor=self.crew.lead,
            on=self.today,
            reasons=dict.fromkeys(absent, "示例数据没有这份材料"),
            condition="",
            retention="thirty",
        )

    def _contacts(self, since: date) -> None:
        names = {"unit_contact": "示例街道一", "firm_contact": "示例档案服务公司"}
        self.contacts = {
            username: add_contact(self.sign_ins, username, self.unit(name).party, since)
            for username, name in names.items()
        }

    def _plan(self) -> None:
        year = self.today.year + 1
        plan = planning.create_plan(
            actor=self.people["clerk"],
            on=self.today,
            year=year,
            title=f"示例区{year}年档案行政检查计划",
            purpose="落实档案工作责任制，消除安全隐患。",
            method="现场检查，多检合一。",
        )
        for month, (name, _) in enumerate(UNITS[:5], 3):
            plan_items.add_items(
                plan,
                actor=self.people["clerk"],
                on=self.today,
                units=[self.unit(name)],
                kind="daily",
                month=month,
                checklist=visits.checklist_on(self.today),
            )
        planning.submit_plan(plan, actor=self.people["clerk"], on=self.today)
        planning.check_plan(
            plan, actor=self.people["reviewer"], on=self.today, opinion="内容和程序合法，同意。"
        )

    def _today(self) -> None:
        """A check that can begin at once: an approval covers its own day."""
        on = visits.workday_before(self.today, 8)
        visit = visits.prepare(
            self.crew, self.unit("示例街道一"), "daily", self.today, on=on, checklist=self.merged
        )
        visits.announce(self.crew, visit)

    def _next_thursday(self) -> None:
        day = self.today + timedelta(days=(3 - self.today.weekday() - 1) % 7 + 1)
        crew = self.crew._replace(observer=self.people["observer"])
        visit = visits.prepare(
            crew,
            self.unit("示例学校一"),
            "daily",
            day,
            on=visits.workday_before(day, 8),
            checklist=self.merged,
        )
        visits.announce(crew, visit)

    def _publish_list(self) -> None:
        """What enterprises are checked by was made public on the government's site before."""
        publishing.publish_list(
            visits.checklist_on(self.today),
            actor=self.people["clerk"],
            on=self.today,
            published_on=self.back(380),
            place="示例区人民政府网站",
        )

    def _checked(self, name: str, day: date, problems=PROBLEMS, **facts) -> Inspection:
        before = visits.workday_before(day, 8)
        visit = visits.prepare(self.crew, self.unit(name), "daily", day, on=before, **facts)
        if not visit.unannounced:
            visits.announce(self.crew, visit)
        visits.go(self.crew, visit, problems)
        visits.report(self.crew, visit)
        return Inspection.objects.select_related("unit__party", "bureau", "checklist").get(
            pk=visit.pk
        )

    def _told(self, name: str, checked_ago: int, told_ago: int) -> Inspection:
        visit = self._checked(name, self.before(checked_ago))
        letter = visits.issue_letter(self.crew, visit, on=self.before(told_ago + 1))
        visits.deliver(self.crew, letter, on=self.before(told_ago))
        return visit

    def _letter_soon_due(self) -> None:
        self._checked("示例医院一", self.before(5))

    def _overdue_reply(self) -> None:
        self._told("示例街道二", checked_ago=45, told_ago=36)

    def _returned_reply(self) -> None:
        visit = self._told("示例街道一", checked_ago=30, told_ago=22)
        findings = Finding.objects.filter(inspection=visit).order_by("position")
        finding = findings.select_related("inspection__unit__party", "inspection__bureau").first()
        visits.answer(self.crew, finding, on=self.before(4))
        rectification.return_reply(
            finding,
            actor=self.crew.lead,
            on=self.before(2),
            note="照片看不清灭火器检验日期，请补拍。",
        )

    def _closed_check(self) -> None:
        """Everything put right."""
        visit = self._checked(
            "示例国企一",
            self.before(25),
            {"2-02": PROBLEMS["2-02"]},
            unannounced="核查库房日常管理，不预先通知",
        )
        letter = visits.issue_letter(self.crew, visit, on=self.before(20))
        visits.deliver(self.crew, letter, on=self.before(19))
        for finding in visit.findings.select_related("inspection__unit__party"):
            visits.answer(self.crew, finding, on=self.before(9))
            rectification.accept(finding, actor=self.crew.lead, on=self.before(7))
        rectification.close(visit, actor=self.crew.lead, on=self.before(6))

    def _unread_letter(self) -> None:
        visit = self._checked("示例局一", self.before(6), {})
        visits.issue_letter(self.crew, visit, on=self.before(1))

    def _case(self, firm: str, *workdays: int) -> LiveCase:
        days = Days(*map(self.before, workdays))
        return LiveCase(self.crew, self.people, self.unit(firm).party, days)

    def _decided_case(self) -> None:
        case = self._case("示例档案服务公司", 42, 40, 30, 20, 16, 5)
        case.file(self.before(60))
        case.investigate()
        case.weigh()
        case.notify()
        case.submit_review()
        case.publish(case.decide(), on=self.today)

    def _case_at_review(self) -> None:
        case = self._case("示例档案整理公司", 32, 30, 20, 12, 9, 2)
        case.file(self.before(50))
        case.investigate()
        case.weigh()
        case.notify()
        case.submit_review()

    def _closed_case(self) -> None:
        """Decided so lately that publication today is still in time."""
        case = self._case("示例档案整理公司", 62, 60, 50, 46, 42, 6)
        case.file(self.before(80))
        case.investigate()
        case.weigh()
        case.notify()
        case.submit_review()
        case.publish(case.decide(), on=self.today)
        case.close(self.before(3))
