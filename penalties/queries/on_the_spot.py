"""What the paper of a decision on the spot says, and where such a case stands."""

from datetime import date

from archives_enforcement.navigation import Step
from archives_enforcement.templatetags.formats import cn_date, cn_day
from penalties.amounts import capital
from penalties.models import Assessment, Case, Collection
from penalties.queries import clauses, papers
from penalties.queries.dossier import Dossier
from penalties.queries.law import PENALTY_LAW, cite

S = Case.State
STAGES = ("适用简易程序", "查明事实", "当场决定", "交付当事人", "备案", "结案")
TIER = "当场处罚"
TAKEN = {  # why the officers take the fine themselves
    Collection.SMALL: f"罚款一百元以下（{PENALTY_LAW}第六十八条第一项）",
    Collection.HARD: f"不当场收缴事后难以执行（{PENALTY_LAW}第六十八条第二项）",
    Collection.REMOTE: f"当事人到指定银行缴纳确有困难并提出当场缴纳（{PENALTY_LAW}第六十九条）",
}


def law_of(case: Case) -> str:
    """The articles that forbid the act and set the penalty, as of the day the act ended."""
    return cite([*case.violation.bases, *case.clause.bases], clauses.cited_on(case))


def snapshot(case: Case, fine: int, reasons: str, on: date) -> dict:
    """What the figure was worked out from where no benchmark grades the clause."""
    clause = case.clause
    return {
        "benchmark": {"title": "", "label": "", "is_sample": False},
        "law": law_of(case),
        "range": [clause.minimum, clause.maximum],
        "kinds": clause.kinds,
        "tier_title": TIER,
        "fine": fine,
        "reasons": [{"heading": "裁量理由", "text": reasons, "grounds": "", "effect": ""}],
        "requires": [],
        "on": on.isoformat(),
    }


def fields(case: Case, made: Assessment) -> dict:
    """What 行政处罚法第五十二条第二款 asks for and the record says; lists are edited by nobody."""
    return {
        "assessment": made.pk,
        "party": case.party.name,
        "facts": [line for line in case.facts.splitlines() if line.strip()],
        "basis": [
            f"上述行为属于“{case.violation.title}”，适用{made.snapshot['law']}，"
            f"{PENALTY_LAW}第五十一条。",
            f"裁量理由：{reasons(made)}。",
        ],
        "penalty": penalty(made),
    }


def reasons(made: Assessment) -> str:
    return "；".join(row["text"].rstrip("。") for row in made.snapshot["reasons"])


def penalty(made: Assessment) -> list[str]:
    """The penalties one by one; 责令改正 goes with every one of them (第二十八条)."""
    parts = [f"责令改正：{made.correction.rstrip('。')}"]
    parts += ["给予警告"] if "警告" in made.snapshot["kinds"] else []
    parts += [f"罚款人民币{capital(made.fine)}（¥{made.fine:,}）"] if made.fine else []
    return [f"{number}. {text}。" for number, text in enumerate(parts, start=1)]


def payment(fine: int, collection: str, because: str, account: str) -> list[str]:
    if not fine:
        return ["没有罚款，不用缴纳。"]
    if collection == Collection.BANK:
        return [
            f"自收到本决定书之日起十五日内，到{account.rstrip('。')}缴纳罚款"
            f"（{PENALTY_LAW}第六十七条）。"
        ]
    more = f"：{because.rstrip('。')}" if because else ""
    return [f"由执法人员当场收缴，出具财政部门统一制发的专用票据。{TAKEN[collection]}{more}。"]


def next_step(dossier: Dossier) -> str:
    """What is still to be done until the paper is out; afterwards it is as with any decision."""
    case = dossier.case
    if not case.evidence.all():
        return "请出示执法证件，当场取证，逐件登记证据；情况复杂的改用普通程序。"
    if not case.facts:
        return "请认定事实和构成要件；违法事实确凿的，才能当场处罚。"
    if dossier.latest(papers.SUMMARY) is None:
        return "请告知拟处罚的内容和权利，听取陈述申辩后，起草当场处罚决定书。"
    return "决定书已起草，请核对后定稿、打印，两名执法人员签名，当场交付当事人。"


def steps(dossier: Dossier) -> list[Step]:
    """The six stages with their dates."""
    days = _days(dossier)
    now = days.index(None) if None in days else -1
    return [
        Step(label, "done" if day else "now" if place == now else "", cn_day(day))
        for place, (label, day) in enumerate(zip(STAGES, days, strict=True))
    ]


def _days(dossier: Dossier) -> list[date | None]:
    """When each stage was done; facts are found the day of the last evidence they rest on."""
    case = dossier.case
    found = max((row.obtained_on for row in case.evidence.all()), default=None)
    made = case.decision if hasattr(case, "decision") else None
    return [
        case.proposed_on,
        found if case.facts else None,
        made and made.decided_on,
        dossier.delivered_on(papers.SUMMARY),
        made and made.reported_on,
        case.closed_on,
    ]


def to_hand_over(dossier: Dossier) -> str:
    """The sentence that asks for the receipt of what was handed over there."""
    if not dossier.case.on_the_spot:
        return "处罚决定已作出，等待送达；缴款期限从送达之日起算。"
    return "决定书应当当场交付当事人，请登记送达；拒绝签收的，在决定书上注明，登记留置送达。"


def to_report(dossier: Dossier) -> str:
    """The sentence that asks for 备案, with its day; empty once it is done."""
    if not dossier.case.on_the_spot or dossier.case.decision.reported_on:
        return ""
    clock = dossier.clock(papers.REPORT_CLOCK, papers.SUMMARY)
    until = f"（{cn_date(clock.due_on)}前）" if clock else ""
    return f"请报所属行政机关备案{until}。"
