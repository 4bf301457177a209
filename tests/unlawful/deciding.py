"""集体讨论、决定: who decides, on what, and what must have come before."""

from datetime import timedelta

from archives_enforcement.documents import services as documents
from penalties.queries import papers
from penalties.services import decision, discussions
from tests import factories
from tests.penalties.case_facts import make_scan
from tests.penalties.discussing import BOTH, discuss
from tests.unlawful.attempts import Deed, Row
from tests.unlawful.filing import PENALTY, determined_of_case
from tests.unlawful.investigating import LICENSED, stranger, then


def waiting(walk):
    """The decision that waits for the head's signature."""
    return papers.latest(walk.case, papers.DECISION)


def typed_minutes(walk, facts):
    """One line of the form for each member."""
    said = {
        f"{part}_{line}": ("yes" if value else "no") if part == "agrees" else value
        for line, member in enumerate(facts["members"])
        for part, value in member._asdict().items()
    }
    return {name: value for name, value in facts.items() if name != "members"} | said


DISCUSS = Deed(
    "head", "penalties:discussion-add", discussions.record,
    lambda walk: {
        "held_on": walk.day, "expected": 3, "members": BOTH, "record": "同意拟处罚意见。",
        "files": [make_scan],
    },
    typed=typed_minutes,
)  # fmt: skip
DRAFT = Deed(
    "officer", "penalties:decision-draft", decision.draft,
    {"payment_account": "指定银行示例支行"},
)  # fmt: skip
SIGN = Deed("head", "documents:document-sign", documents.sign, on=waiting)


def submitted(walk):
    documents.submit(walk.draft_decision(), actor=walk.officer, on=walk.day)


def drafted(walk):
    walk.draft_decision()


def weighed_anew(walk, **changes):
    """Another proposal takes the place of the last one, which nobody can change."""
    made = walk.case.assessment
    made.pk = None
    for name, value in changes.items():
        setattr(made, name, value)
    made.save(force_insert=True)
    walk.fresh()


def requires_discussion(walk):
    kept = walk.case.assessment.snapshot
    weighed_anew(walk, snapshot={**kept, "requires": ["集体讨论"], "tier_title": "从重"})


def grave(walk):
    requires_discussion(walk)
    submitted(walk)


def grave_and_discussed(walk):
    grave(walk)
    discuss(walk)


def handler_may_decide(walk):
    submitted(walk)
    walk.second.groups.add(*walk.head.groups.all())


def proposer_may_decide(walk):
    """Who proposed the case and named others to handle it."""
    submitted(walk)
    third = factories.make_officer("third", walk.bureau)
    walk.case.officers.filter(user=walk.second).update(user=third)
    type(walk.case).objects.filter(pk=walk.case.pk).update(proposed_by=walk.second)
    walk.second.groups.add(*walk.head.groups.all())


def reviewer_may_decide(walk):
    submitted(walk)
    walk.reviewer.groups.add(*walk.head.groups.all())


def speaks_late(walk):
    submitted(walk)
    walk.enter("statement", text="补充意见")


def heavier(walk):
    weighed_anew(walk, fine=47_001)
    submitted(walk)


def another_figure(walk):
    submitted(walk)
    weighed_anew(walk, fine=46_000)


def unconfirmed(walk):
    submitted(walk)
    type(walk.bureau).objects.filter(pk=walk.bureau.pk).update(identity_confirmed_on=None)


def without(field):
    return lambda walk: type(walk.firm).objects.filter(pk=walk.firm.pk).update(**{field: ""})


RAISED = f"不能因陈述、申辩加重.*{PENALTY}第四十四条、第四十五条第二款"


# fmt: off
ROWS = [
    Row("discussed before there was a proposal", "讨论日期.*第五十七条第二款", "review", DISCUSS,
        wrong={"held_on": lambda walk: walk.case.assessment.made_on - timedelta(1)},
        right={"held_on": lambda walk: walk.case.assessment.made_on}),
    Row("discussed tomorrow", "讨论日期.*第五十七条第二款", "review", DISCUSS,
        wrong={"held_on": lambda walk: walk.day + timedelta(1)}),
    Row("discussed by one alone", "至少两人.*第五十七条第二款", "review", DISCUSS,
        wrong={"members": BOTH[:1]}),
    Row("discussed by less than half", "超过应到人数的一半.*第五十七条第二款", "review", DISCUSS,
        wrong={"expected": 4}),
    Row("minutes that nobody has signed", "签名的讨论记录.*第五十七条第二款", "review", DISCUSS,
        wrong={"files": []}, closed=True),
    Row("an empty record of the discussion", "请写明讨论记录.*第五十七条第二款", "review", DISCUSS,
        wrong={"record": " "}, closed=True),

    *(Row(f"a decision on a party without its {field}",
        f"没有登记.*{PENALTY}第五十九条第一款第一项",
          "review", DRAFT, without(field))
      for field in ("address", "credit_code", "legal_representative")),
    Row("a decision drafted twice", "已有决定书.*第二十九条", "review", DRAFT, drafted),
    Row("a decision drafted by who does not handle the case", LICENSED, "review", DRAFT, stranger,
        by="stranger"),
    Row("a decision drafted before the review", "现在的状态是“法制审核”.*第五十八条",
        "submit_review", DRAFT, mend=lambda walk: walk.give_review()),
    Row("a decision drafted before the party was heard", "现在的状态是.*第五十八条", "notify",
        DRAFT, mend=lambda walk: walk.review()),

    Row("decided without the discussion", "应当经机关负责人集体讨论.*第五十七条第二款", "review",
        SIGN,
        grave, grave_and_discussed),
    Row("decided by its handler", "承办人员，不能作出处罚决定.*第五十七条", "review", SIGN,
        handler_may_decide, submitted, by="second"),
    Row("decided by who proposed it", "承办人员，不能作出处罚决定.*第五十七条", "review", SIGN,
        proposer_may_decide, submitted, by="second"),
    Row("decided by its reviewer", "法制审核，不能再作出处罚决定.*第五十八条", "review", SIGN,
        reviewer_may_decide, submitted, by="reviewer"),
    Row("decided over a late statement", "不能作出处罚决定.*第五十八条、第六十二条", "review",
        SIGN, speaks_late,
        submitted),
    Row("decided above the figure that was told", RAISED, "review", SIGN, heavier, submitted),
    Row("decided at another figure than drafted", "与案件现在的记录不一致.*第四十条", "review",
        SIGN,
        another_figure, submitted),
    Row("decided while a crime is suspected", "不得以罚代刑.*第二十七条", "review", SIGN,
        then(submitted, determined_of_case(crime="crime")), submitted),
    Row("decided over private archives as it proved", r"不支持本案.*第四十八条第（一）项", "review",
        SIGN, then(submitted, determined_of_case(state_owned="no")), submitted),
    Row("decided outside the district as it proved", "第二十二条", "review", SIGN,
        then(submitted, determined_of_case(in_jurisdiction="no")), submitted),
    Row("decided in the name of nobody", "还没有确认.*第五十九条", "review", SIGN, unconfirmed,
        submitted),
    Row("decided before it was drafted", "不能早于", "review", SIGN, submitted, submitted,
        {"on": lambda walk: walk.day - timedelta(1)}),
]
# fmt: on
