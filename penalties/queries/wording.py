"""What the two papers of a case say, written from the record."""

import re
from datetime import date

from archives_enforcement.documents.standing import remedies
from archives_enforcement.legislation.numerals import to_chinese
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import limits
from penalties.amounts import capital
from penalties.discretion.departing import BASIS, HEADING
from penalties.models import Assessment, Case, Departure, Statement
from penalties.queries import hearings, papers

NOTHING_TO_PAY = (
    "自收到本决定书之日起，按照责令改正的内容立即改正，并把改正情况书面报告我局；"
    "本决定没有要缴纳的罚没款。"
)
NOTHING_GAINED = "没有查明违法所得"


def common(case: Case, proposal: Assessment) -> dict:
    """Fields that notice and decision share; paragraphs are lists, so nobody edits them by hand."""
    party = case.party
    return {
        "assessment": proposal.pk,
        "party": party.name,
        "credit_code": party.credit_code or "无",
        "representative": party.legal_representative or "无",
        "party_address": party.address,
        "cause": case.violation.title,
        "facts": [line for line in case.facts.splitlines() if line.strip()],
        "evidence": evidence(case),
        "basis": [basis(case, proposal), *departure(proposal)],
        "reasons": reasons(proposal),
    }


def evidence(case: Case) -> list[str]:
    rows = case.evidence.filter(excluded_on=None)
    return [
        f"证据{row.position}：{row.get_kind_display()}“{row.title}”，证明{row.proves.rstrip('。')}。"
        for row in rows
    ]


def basis(case: Case, proposal: Assessment) -> str:
    return (
        f"上述行为属于“{case.violation.title}”，适用{proposal.snapshot['law']}。"
        f"法定处罚为{'、'.join(proposal.snapshot['kinds'])}。"
    )


def reasons(proposal: Assessment) -> list:
    """Each reason under its own heading, then what kind of benchmark it was."""
    lines: list = []
    for place, row in enumerate(proposal.snapshot["reasons"], start=1):
        lines.append(["h2", f"（{to_chinese(place)}）{row['heading']}"])
        text = "".join(row["text"].splitlines()).rstrip("。")
        grounds = f"（{row['grounds']}）" if row["grounds"] else ""
        effect = row["effect"].replace(" → ", "为")
        lines.append(["p", f"{text}{grounds}。对幅度的影响：{effect}。"])
    benchmark = proposal.snapshot["benchmark"]
    lines.append(["p", f"裁量依据：{benchmark['title']}。{benchmark['label']}"])
    return lines


def departure(proposal: Assessment) -> list[str]:
    """Why and with whose approval the benchmark was left; the public reads it with the decision."""
    approved = approval(proposal)
    if not approved:
        return []
    ground, reason = proposal.snapshot["departure"]
    words = "".join(reason.splitlines()).rstrip("。")
    return [f"本案{HEADING}（{BASIS}）：{ground}。{words}。{approved[0]}"]


def approval(proposal: Assessment) -> list[str]:
    """How a departure was agreed to; nothing where there is none or nobody has."""
    row = Departure.objects.filter(assessment=proposal).exclude(approved_on=None).first()
    if row is None:
        return []
    before = proposal.discussion_set.filter(carried=True, held_on__lte=row.approved_on)
    held, maker = before.latest("held_on", "pk"), proposal.row.benchmark.issuer
    consent = f"报经{maker}批准（{row.consent_number}），" if row.consent_number else ""
    return [
        f"调整适用{cn_date(held.held_on)}经集体讨论，{consent}"
        f"{cn_date(row.approved_on)}经机关负责人批准。"
    ]


def penalty(proposal: Assessment) -> list[str]:
    """The penalties one by one; 责令改正 goes with every one of them (行政处罚法第二十八条)."""
    parts = [f"责令改正：{proposal.correction.rstrip('。')}"]
    if "警告" in proposal.snapshot["kinds"]:
        parts.append("给予警告")
    if "没收违法所得" in proposal.snapshot["kinds"]:
        parts.append(_gains(proposal.gains))
    if not proposal.warning_only:
        parts.append(f"并处罚款人民币{capital(proposal.fine)}（¥{proposal.fine:,}）")
    return [f"{number}. {text}。" for number, text in enumerate(parts, start=1)]


def _gains(gains: int) -> str:
    if not gains:
        return f"违法所得：{NOTHING_GAINED}，不予没收"
    return f"没收违法所得人民币{capital(gains)}（¥{gains:,}）"


def notice_fields(case: Case, proposal: Assessment, *, phone: str, on: date) -> dict:
    """What 行政处罚法第四十四条 asks to be told, and whether a hearing may be asked for."""
    rule = limits.compute(papers.STATEMENT_CLOCK, on, bureau=case.bureau).rule
    return common(case, proposal) | {
        "proposal": penalty(proposal),
        "hearing": [hearings.told(case, proposal, on)],
        "statement_days": re.search(r"\d+", rule)[0],
        "phone": phone,
    }


def decision_fields(case: Case, proposal: Assessment, *, payment_account: str, on: date) -> dict:
    """Everything 行政处罚法第五十九条 asks of a decision."""
    return common(case, proposal) | {
        "answer": answer(case),
        "penalty": penalty(proposal),
        "performance": [performance(payment_account) if payment_account else NOTHING_TO_PAY],
        "remedies": [remedies(case.bureau, "本决定", "本决定书")],
    }


def performance(payment_account: str) -> str:
    return (
        f"自收到本决定书之日起十五日内，到{payment_account.rstrip('。')}缴纳罚没款"
        "（《中华人民共和国行政处罚法》第六十七条）。到期不缴纳的，每日按罚款数额的百分之三加处罚款，"
        "加处罚款的数额不超过罚款的数额（《中华人民共和国行政处罚法》第七十二条）。"
    )


def answer(case: Case) -> list[str]:
    """How the party was told, what it said, and how each point was answered."""
    notice = papers.issued(case, papers.NOTICE)
    told = papers.delivered_on(notice)
    may_ask = hearings.offered(notice)
    lines = [
        f"我局于{cn_date(told)}向当事人送达《{notice.title}》（{notice.number}），"
        "告知拟作出处罚的内容和事实、理由、依据，以及陈述、申辩"
        f"{'和要求听证' if may_ask else ''}的权利。"
    ]
    kind = Statement.Kind
    said = {each: papers.statements_since_notice(case, each) for each in kind}
    lines += [_answered(row) for row in said[kind.STATEMENT]]
    if said[kind.WAIVER].exists():
        more = f"不再提出其他意见{'，放弃听证的权利' if may_ask else ''}"
        everything = f"放弃陈述、申辩{'和听证' if may_ask else ''}的权利"
        lines.append(f"当事人明确{more if said[kind.STATEMENT].exists() else everything}。")
    elif not said[kind.STATEMENT].exists():
        lines.append("当事人在规定期限内没有提出陈述、申辩。")
    taken_back = said[kind.WITHDRAWAL]
    lines += [f"当事人要求听证，{cn_date(row.made_on)}撤回。" for row in taken_back]
    lines += [_heard(row) for row in said[kind.HEARING]]
    if may_ask and not said[kind.HEARING].exists() and not taken_back.exists():
        lines.append("当事人没有要求听证。")
    return lines


def _answered(row: Statement) -> str:
    return (
        f"{cn_date(row.made_on)}，当事人陈述、申辩：{row.text.rstrip('。')}。"
        f"复核情况：{row.reexamination.rstrip('。')}；{row.get_answer_display()}，"
        f"理由：{row.answer_text.rstrip('。')}。"
    )


def _heard(row: Statement) -> str:
    hearing = row.hearing
    if hearing.absent:
        stayed_away = "无正当理由不出席或者中途退出，视为放弃听证"
        return f"当事人要求听证，{cn_date(hearing.held_on)}{stayed_away}。"
    return f"应当事人要求，我局于{cn_date(hearing.held_on)}举行听证，听证笔录已作为决定的根据。"
