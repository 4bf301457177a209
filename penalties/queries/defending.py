"""复议、诉讼 against a penalty: by when and with which paper the bureau defends it."""

from penalties.models import Case, Challenge
from penalties.queries import enforcing, papers

K = Challenge.Kind
# 答复、答辩: 行政复议法第四十八条、第五十四条, 行政诉讼法第六十七条.
DEFENCE_CLOCK = {K.REVIEW: "D-R07", K.SIMPLE_REVIEW: "D-R08", K.SUIT: "D-R14"}
DEFENCES = {"review_reply": Challenge.REVIEWS, "court_answer": (K.SUIT,)}
SILENT = "逾期不答复、不提交证据的，视为没有证据"


def calls_for(challenge: Challenge | None, kind: str) -> bool:
    """Whether papers of this kind answer it."""
    return challenge is not None and challenge.kind in DEFENCES[kind]


def owed(case: Case, kind: str) -> bool:
    """Whether a paper of this kind is still to be written for what is open."""
    challenge = enforcing.open_challenge(case)
    if not calls_for(challenge, kind):
        return False
    clock = papers.clock_on(challenge, DEFENCE_CLOCK[challenge.kind])
    paper = papers.latest(case, kind)
    under_way = paper is not None and paper.state != paper.State.ISSUED
    return clock is not None and clock.is_open and not under_way


def words(case: Case, kind: str) -> dict[str, str]:
    """What the answer says of both sides and of the decision."""
    challenge = enforcing.open_challenge(case) if kind in DEFENCES else None
    decision = papers.decision(case)
    if decision is None or not calls_for(challenge, kind):
        return {}
    bureau, party = case.bureau, case.party.name
    return {
        "receiver": challenge.body,
        "respondent": f"{bureau.subject_name}，地址：{bureau.address}。",
        "applicant": party,
        "plaintiff": party,
        "act": f"《{decision.title}》（{decision.number}）。",
    }
