"""提问和答复: the unit asks, the archive hall or an officer answers; nothing else changes."""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.files.services import attach
from archives_enforcement.notifications.services import tell, tell_party
from archives_enforcement.workflow import Act, Refused, act, check_date, check_permission, lock
from inspections.models import Finding, Question
from inspections.queries.teams import assistants
from inspections.rectification_guards import not_before_letter
from inspections.services.answers import team_of
from inspections.services.rectification import page_of

ASK, ANSWER = "inspections.answer_finding", "inspections.answer_question"
ENTER = "accounts.act_for_party"


@act
def ask(finding: Finding, *, actor, on: date, text: str) -> Question:
    """The unit asks about a problem it was told; the archive hall and the team hear of it."""
    return _ask(lock(finding, actor), ASK, actor, on, text)


@act
def enter(finding: Finding, *, actor, on: date, text: str, files=()) -> Question:
    """代录: staff enter what the unit has asked on paper; its scan is required."""
    finding = lock(finding, actor)
    if not files:
        raise Refused("代录必须附单位书面提问的扫描件或照片，请选择文件后再提交。")
    question = _ask(finding, ENTER, actor, on, text)
    party, bureau = finding.inspection.party, finding.inspection.bureau
    attach(
        question, files, purpose="书面提问", actor=actor, bureau=bureau, party=party,
        shown_to_party=True,
    )  # fmt: skip
    return question


def _ask(finding: Finding, permission: str, actor, on: date, text: str) -> Question:
    on_behalf = permission == ENTER
    check_permission(actor, permission, "代录单位的提问" if on_behalf else "提问")
    backfilled = check_date(actor, on)
    if why := not_before_letter(finding, Act(actor, on, permission)):
        raise Refused(why)
    if not text.strip():
        raise Refused("请写明要问什么。")
    if finding.questions.filter(text=text.strip(), answered_on=None).exists():
        raise Refused("这个问题已经问过，正在等答复，不用再问一次。")
    question = Question.objects.create(
        finding=finding, text=text.strip(), asked_by=actor, asked_on=on, on_behalf=on_behalf
    )
    visit = finding.inspection
    people = dict.fromkeys((*assistants(visit.bureau), *team_of(visit)))
    words = f"{visit.party}就第 {finding.position} 项问题提问，请答复。"
    tell(people, words, url=question.get_absolute_url())
    trail.record(
        finding, "ask_question", "单位提问", actor=actor, on=on, backfilled=backfilled,
        on_behalf_of=visit.party.name if on_behalf else "",
    )  # fmt: skip
    return question


@act
def answer(question: Question, *, actor, on: date, text: str) -> Question:
    """The one answer to a question; who comes second is told what the first has said."""
    question = lock(question, actor)
    check_permission(actor, ANSWER, "答复提问")
    backfilled = check_date(actor, on)
    if question.answered_on:
        raise Refused(
            f"{question.answered_by}已经答复：“{question.answer}”。"
            "您写的内容还在下面，需要补充的请电话告知单位。"
        )
    if on < question.asked_on:
        raise Refused("答复日期不能早于提问日期。")
    if not text.strip():
        raise Refused("请写明答复。")
    question.answer, question.answered_by, question.answered_on = text.strip(), actor, on
    question.save(update_fields=["answer", "answered_by", "answered_on"])
    finding = question.finding
    words = f"您就第 {finding.position} 项问题的提问已经答复。"
    tell_party(finding.inspection.party, words, on=on, url=page_of(finding.inspection))
    trail.record(finding, "answer_question", "答复提问", actor=actor, on=on, backfilled=backfilled)
    return question
