"""What the second bureau has made public, its 普法 plan and its training, and one fault told."""

from datetime import date, timedelta
from decimal import Decimal

from archives_enforcement.accounts.models import User
from inspections.models import Finding
from publicity.list_kinds import KINDS
from publicity.models.results import FEEDBACK
from publicity.queries.notices import decisions_to_publish
from publicity.queries.results import NO_CREDIT
from publicity.services import activities, lists, notices, outreach, training
from supervision.services import faults

SOURCE = "示例数据，照来源材料和法律条文编写，正式使用前请换成本机关公布的清单"
SHOWN = 2  # results of checks that are public
GOAL = "宣传档案法和实施条例，重点是机关、学校和档案服务企业。"
MORE = (
    ("school", "档案法进校园", 3, "综合科"),
    ("community", "档案法进社区", 5, "综合科"),
)
SESSIONS = (  # kind, title, days ago, hours, what it was about
    ("course", "行政处罚法和档案行政处罚程序培训", 60, 4, "学习程序规定，闭卷测试合格。"),
    ("study", "每月法规学习：档案法实施条例", 20, 2, "逐条学习第四十二条至第五十条。"),
    ("integrity", "廉政谈话", 45, 1, "谈话提醒，签订承诺。"),
    ("warning", "警示教育", 40, 2, "观看警示教育片，开展讨论。"),
    ("drill", "执法大比武", 15, 3, "模拟检查、制作笔录，评出名次。"),
)


def play(people: dict[str, User], today: date) -> None:
    _lists(people, today)
    _results(people, today)
    _plan(people, today)
    _training(people, today)
    _fault(people, today)


def _lists(people: dict[str, User], today: date) -> None:
    """Each list of what is known beforehand, in its first version, public since today."""
    desk, head = {"actor": people["clerk"], "on": today}, {"actor": people["head"], "on": today}
    for kind in KINDS:
        row = lists.draft(kind, **desk)
        if not row.about.from_register:
            row = lists.write(row, **desk, rows=row.rows, source=row.source or SOURCE)
        lists.publish(lists.approve(row, **head), **desk)


def _results(people: dict[str, User], today: date) -> None:
    """Two results of checks are public, the others wait with their clocks."""
    desk, head = {"actor": people["clerk"], "on": today}, {"actor": people["head"], "on": today}
    waiting = decisions_to_publish(people["clerk"]).filter(kind=FEEDBACK)
    for paper in waiting.filter(deliveries__delivered_on__isnull=False)[:SHOWN]:
        row = notices.create(paper, **desk, credit_class="none", credit_reason=NO_CREDIT)
        row = notices.review_secrecy(row, **head, note="不涉密", redacted=True)
        notices.publish(notices.approve(row, **head), **desk)


def _plan(people: dict[str, User], today: date) -> None:
    desk, head = {"actor": people["clerk"], "on": today}, {"actor": people["head"], "on": today}
    plan = outreach.draft(**desk, year=today.year, goal=GOAL)
    items = [
        outreach.add_item(
            plan, **desk, kind=kind, title=title, responsible=responsible,
            planned_for=date(today.year, month, 10),
        )
        for kind, title, month, responsible in MORE
    ]  # fmt: skip
    outreach.approve(outreach.submit(plan, **desk), **head)
    held = min(today, items[0].planned_for)
    activities.record_activity(
        **desk, kind="school", title=items[0].title, held_on=held, audience=120, item=items[0],
        place="示例学校一", partners="区教育局", result="发放宣传册120份。",
    )  # fmt: skip


def _training(people: dict[str, User], today: date) -> None:
    """Held sessions of each kind, one for unit archivists about a problem, and one to come."""
    desk = {"actor": people["clerk"], "on": today}
    officers = [people["officer"], people["officer2"]]
    for kind, title, ago, hours, result in SESSIONS:
        day = today - timedelta(days=ago)
        row = training.plan(**desk, kind=kind, title=title, planned_for=day, hours=Decimal(hours))
        facts = {"held_on": day, "hours": Decimal(hours), "result": result, "staff": officers}
        training.hold(row, **desk, **facts)
    problem = Finding.objects.filter(
        inspection__bureau=people["clerk"].bureau, due_on__isnull=False, accepted_on=None
    ).select_related("inspection__unit").first()  # fmt: skip
    title = {"kind": "archivists", "title": "库房安全和温湿度记录培训", "hours": Decimal(3)}
    row = training.plan(**desk, **title, planned_for=today - timedelta(days=3))
    training.hold(
        row, **desk, held_on=today - timedelta(days=3), hours=Decimal(3), staff=[],
        result="讲解库房管理要求，现场答疑。", findings=[problem],
        unit_people=[(problem.inspection.unit, "单位档案员")],
    )  # fmt: skip
    training.plan(
        **desk, kind="study", title="每月法规学习：行政执法监督条例", hours=Decimal(2),
        planned_for=today + timedelta(days=5),
    )  # fmt: skip


def _fault(people: dict[str, User], today: date) -> None:
    """One officer was told of a fault and may state his case."""
    row = faults.register(
        actor=people["clerk"], on=today, officer=people["officer2"], forms=[10], origin="other",
        facts="一次检查的反馈意见超过本机关期限十日才发出，没有写明迟延的理由。",
    )  # fmt: skip
    row = faults.assign(row, actor=people["head"], on=today, investigator=people["reviewer"])
    faults.tell(row, actor=people["reviewer"], on=today)
