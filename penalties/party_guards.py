"""当事人终止: nobody is penalised who is no more, and such a case has its own end.

行政处罚法 says nothing of it. Before the decision the head ends the case, by the practice of the
bureau; after it what is unpaid is not carried out (行政强制法第四十条, by analogy).
"""

from datetime import date

from archives_enforcement.accounts.models import Party
from archives_enforcement.workflow import Act
from inspections import termination_guards
from penalties.models import Case
from penalties.queries import court, papers, parties
from penalties.queries.law import COERCION_LAW

PRACTICE = "依据：《档案行政处罚程序规定》第四章（未核对原文），本机关案件办理制度。"
NOT_CARRIED_OUT = f"依据：{COERCION_LAW}第四十条第二项。"


def somebody_left(case: Case, act: Act) -> str | None:
    """A unit without an heir can be told nothing, and there is nobody to penalise."""
    if not parties.left_no_heir(case):
        return None
    return (
        f"{case.party}已经撤销，没有承继单位，不能再立案、告知、审核或者处罚。还没有立案的，请不予立案；"
        f"已经立案的，请机关负责人以“当事人终止”结束案件。{PRACTICE}"
    )


def ended(case: Case, on: date, note: str) -> str | None:
    """The ground 当事人终止 of an ending: what the register says, or that a person has died."""
    if case.party.kind == Party.Kind.PERSON:
        return _death_told(note)
    unit = getattr(case.party, "unit", None)
    if unit is None:
        return (
            f"{case.party}没有登记在被检查单位里，看不出已经终止。请先登记这个单位，"
            f"再按撤销、注销的文件登记撤销。{PRACTICE}"
        )
    if unit.is_active or not unit.left_no_heir:
        who = "还在册" if unit.is_active else "有承继单位，案件对承继单位继续办理"
        return f"{case.party}{who}，不能以当事人终止结束案件。{PRACTICE}"
    return termination_guards.before_the_end(unit, on)


def _death_told(note: str) -> str | None:
    """Who has died stands in no register: the reasons carry it."""
    if "死亡" in note:
        return None
    return (
        "当事人是公民，只有死亡的才能以当事人终止结束案件。请在“事实和理由”里写明死亡日期和死亡证明"
        f"（或者宣告死亡的判决书）的名称、文号。{PRACTICE}"
    )


def after_a_death(case: Case) -> str:
    """What ends a case of a person who died after the decision: the court alone says so."""
    if case.party.kind != Party.Kind.PERSON:
        return ""
    return (
        "当事人死亡，没有遗产可供执行又没有义务承受人的，由人民法院裁定终结执行，登记裁定书以后结案"
        f"（{COERCION_LAW}第四十条第一项）。"
    )


def nobody_pays(case: Case, on: date) -> bool:
    """Whether what is unpaid can be asked of nobody; once at the court, the court says so."""
    if not parties.left_no_heir(case) or court.last_step(case):
        return False
    return termination_guards.before_the_end(case.party.unit, on) is None


def nobody_told(case: Case, on: date) -> bool:
    """Whether the decision reached nobody and never will: it has no effect."""
    return nobody_pays(case, on) and papers.delivered_on(papers.decision(case)) is None
