"""Why a step of 年度考核 is not open yet; each guard returns the sentence or None."""

import re

from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Act
from inspections.models import Assessment, AssessmentResult
from inspections.queries import assessment as queries

NO_FINES = "《中华人民共和国行政处罚法》第七十四条"
FINES = re.compile(r"罚款|罚没|处罚(数|金额|件数|决定)|案件数")
PENALTY_NAME = "通报批评"


def without_fines(text: str) -> str | None:
    """Fines and counts of penalties have no place in an appraisal, not even in its words (C21)."""
    if not (found := FINES.search(text)):
        return None
    return f"考核不得与罚没款项、处罚数量挂钩，不能写“{found[0]}”。依据：{NO_FINES}。请改写。"


def no_penalty_by_name(text: str) -> str | None:
    """通报批评 is a kind of penalty (行政处罚法第九条); a circular of work is none (C30)."""
    if PENALTY_NAME not in text:
        return None
    return (
        f"“{PENALTY_NAME}”是行政处罚的种类（《中华人民共和国行政处罚法》第九条），"
        "考核通报不能使用这个名称，请改写。"
    )


def has_been_counted(assessment: Assessment, act: Act) -> str | None:
    if assessment.results.exists():
        return None
    return "还没有计算，或者没有可以计分的单位，不能公布。请先计算。"


def published_by_another(assessment: Assessment, act: Act) -> str | None:
    if assessment.prepared_by_id in act.persons:
        return "经办人不能公布自己计算的考核，请由机关负责人公布。"
    return None


def year_is_over(assessment: Assessment, act: Act) -> str | None:
    if act.on.year > assessment.year:
        return None
    return f"{assessment.year}年还没有结束，不能公布年度考核；可以先计算，看看现在的情况。"


def still_as_counted(assessment: Assessment, act: Act) -> str | None:
    """What is published is what the records say on the day up to which they were counted."""
    changed = queries.changed_since(assessment)
    if not changed:
        return None
    return (
        f"计算以后记录有变化，{'、'.join(changed[:5])}等 {len(changed)} 个单位的结果不同，"
        "不能公布。请重新计算、核对以后再公布。"
    )


def has_been_told(result: AssessmentResult, act: Act) -> str | None:
    if result.told_on is not None:
        return None
    return f"{result.assessment}还没有公布，不能申请复核。"


def appeal_in_time(result: AssessmentResult, act: Act) -> str | None:
    last = result.assessment.appeal_by
    if act.on <= last:
        return None
    return f"申请复核的期限（{cn_date(last)}）已过。有事实错误的，可以向机关反映。"


def answered_by_another(result: AssessmentResult, act: Act) -> str | None:
    appeal = queries.appeal_of(result)
    if appeal and appeal.filed_by_id in act.persons:
        return "代录申请的人不能答复复核，请由机关负责人答复。"
    return None
