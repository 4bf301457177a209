"""How far a nomination has come, and what comes next."""

from archives_enforcement.documents.models import Document
from archives_enforcement.navigation import Step
from archives_enforcement.templatetags.formats import cn_day
from inspections.models import Consent, Exemplary


def next_step(row: Exemplary, consent: Consent | None, paper: Document | None) -> str:
    """What happens next with a nomination, in one sentence."""
    S, C = Exemplary.State, Consent.State
    if row.state == S.DECLINED:
        return "没有采纳，原因见过程记录。"
    if consent and consent.state == C.WITHDRAWN:
        return "单位已撤回公开同意，不得再公开；正在公示的请办理撤回。"
    if row.state == S.NOMINATED:
        if consent and consent.state == C.ASKED:
            return "已征求单位意见，等待单位答复；书面答复的由综合人员代录。"
        if consent and consent.state == C.DECLINED:
            return "单位不同意公开，不能确定为典型，请机关负责人作不采纳处理。"
        return "单位已同意，等待机关负责人决定；推荐人不能决定自己的推荐。"
    if paper is None:
        return "已确定为整改优秀典型，请起草整改优秀典型决定。"
    if not paper.holds:
        return "整改优秀典型决定已起草，签发以后可以拟公示。"
    return "已确定为整改优秀典型，可以在“执法公示”里公布整改前后。"


def steps(row: Exemplary, consent: Consent | None) -> list[Step]:
    """推荐 → 单位意见 → 决定 as the strip shows them."""
    open_ = row.state == Exemplary.State.NOMINATED
    asked = consent is not None and consent.state == Consent.State.ASKED
    answered = consent.answered_on if consent else None
    return [
        Step("推荐", "done", cn_day(row.nominated_on)),
        Step("单位意见", "now" if asked and open_ else "done", cn_day(answered)),
        Step("决定", ("" if asked else "now") if open_ else "done", cn_day(row.decided_on)),
    ]
