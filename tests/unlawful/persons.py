"""自然人: who is not penalised, who is dealt with more mildly (第三十条、第三十一条)."""

from datetime import date

from archives_enforcement.documents import services as documents
from penalties.services import accountability
from tests.penalties.case_facts import DELIVERED
from tests.penalties.persons import CHILD, GUARDIAN, MINOR
from tests.unlawful.attempts import Deed, Row
from tests.unlawful.deciding import SIGN as SIGN_DECISION
from tests.unlawful.ending import END as END_CASE
from tests.unlawful.filing import PENALTY
from tests.unlawful.investigating import END, FIX
from tests.unlawful.telling import SIGN as SIGN_NOTICE
from tests.unlawful.telling import submitted

RECORD = Deed(
    "officer", "penalties:accountability-record", accountability.record,
    lambda walk: {
        "born_on": CHILD, "mind": "sound", "grounds": "户口簿载明", **GUARDIAN,
        "evidence": list(walk.case.evidence.all()),
    },
)  # fmt: skip
DECIDED = date(2024, 9, 30)
LET_OFF = END_CASE.but(
    facts={"outcome": "incapable", "note": "查明的事实", "education": "已责令监护人管教"}
)


def grown_up(walk):
    walk.record_accountability()


def age_on_what_fell(walk):
    """The age rests on a paper that was excluded, the elements on another."""
    walk.evidence(title="户口簿复印件")
    copy = walk.case.evidence.last()
    found_by = accountability.record(
        walk.case, actor=walk.officer, on=walk.day, born_on=date(1990, 5, 1), mind="sound",
        grounds="户口簿载明", evidence=[copy],
    )  # fmt: skip
    found_by.evidence.update(excluded_on=walk.day, excluded_reason="复印件与原件不符")


def found(weighed=False, **facts):
    """The investigation has ended on these facts; their age is weighed, or not."""

    def do(walk):
        walk.record_accountability(**facts, **GUARDIAN)
        walk.end()
        walk.circumstance("篡改永久档案 3 件", tier="T4", criterion=1)
        if weighed:
            walk.circumstance("违法时十六周岁", factor="L07")

    return do


def found_later(**facts):
    """The figure was fixed for somebody grown up; then it is found out who he was."""

    def do(walk):
        adult(walk)
        walk.fix(2_700)
        walk.record_accountability(**facts, **GUARDIAN)
        submitted(walk)

    return do


def reviewed(asked=True):
    """A decision that waits for its signature, in a case as old as before this was asked."""

    def do(walk):
        adult(walk)
        walk.fix(2_700)
        walk.paper = walk.deliver(walk.sign(walk.draft_notice()), DELIVERED, "self")
        walk.stage, walk.day = "notify", DECIDED
        walk.review()
        if not asked:
            walk.case.accountability.delete()
        documents.submit(walk.draft_decision(), actor=walk.officer, on=walk.day)

    return do


child, adult = found(born_on=CHILD), found(born_on=date(1990, 5, 1))
minor, minor_weighed = found(born_on=MINOR), found(born_on=MINOR, weighed=True)
unable, able = found(mind="none"), found(mind="lucid")
THIRTY, BOTH = f"{PENALTY}第三十条", f"{PENALTY}第三十条、第三十一条"

# fmt: off
ROWS = [
    Row("the age of a person not found out", f"还没有查明出生日期.*{BOTH}、第四十条", "person",
        END, mend=grown_up),
    Row("an age whose evidence was excluded",
        f"登记责任能力所依据的证据已经排除.*{BOTH}、第四十条、第四十六条第三款", "person", END,
        age_on_what_fell, grown_up),
    Row("a child without its guardian", f"监护人的姓名.*{BOTH}", "person", RECORD,
        wrong={"guardian": ""}),
    Row("an age that nothing shows", "应当有证据.*第四十条、第四十六条", "person", RECORD,
        wrong={"evidence": []}, closed=True),
    Row("a child fined", f"责令其监护人加以管教.*{THIRTY}", "person", FIX, child, adult,
        {"fine": 2_700}, {"fine": 2_700}),
    Row("fined who could not tell what he did", f"严加看管和治疗.*{PENALTY}第三十一条", "person",
        FIX, unable, able, {"fine": 2_700}, {"fine": 2_700}),
    Row("a minor fined as the grown-up", f"应当从轻或者减轻.*{THIRTY}", "person", FIX, minor,
        minor_weighed, {"fine": 2_700}, {"fine": 1_200}),
    Row("a minor told of the figure of a grown-up", f"应当从轻或者减轻.*{THIRTY}", "person",
        SIGN_NOTICE, found_later(born_on=MINOR), found_later(mind="lucid")),
    Row("a person decided on whose age was never asked", f"还没有查明出生日期.*{BOTH}", "person",
        SIGN_DECISION, reviewed(asked=False), reviewed()),
    Row("a grown-up let off as a child", f"不能以此结束案件.*{BOTH}", "person", LET_OFF, adult,
        child),
]
# fmt: on
