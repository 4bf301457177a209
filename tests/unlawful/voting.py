"""Who may review, speak and decide: qualified, impartial, and after the party was heard."""

from datetime import date

from penalties.models import Recusal
from tests import factories
from tests.penalties.case_facts import qualify
from tests.penalties.discussing import BOTH, discuss
from tests.unlawful.attempts import Row
from tests.unlawful.deciding import DISCUSS, SIGN, requires_discussion, submitted
from tests.unlawful.filing import PENALTY
from tests.unlawful.reviewing import REVIEW


def qualified_from(day):
    """The reviewer's certificate is of that day; None: he has none."""

    def do(walk):
        walk.reviewer.review_qualifications.all().delete()
        if day:
            qualify(walk.reviewer, obtained_on=day)

    return do


def discussed(*, first):
    """A grave case on its way to the head, discussed before the party spoke or after."""

    def do(walk):
        requires_discussion(walk)
        if first:
            discuss(walk)
        walk.hear()
        walk.review()
        if not first:
            discuss(walk)
        submitted(walk)

    return do


def recusal(granted):
    """Somebody asked the head to stand aside; None: another head has not decided yet."""

    def do(walk):
        submitted(walk)
        decided = {} if granted is None else {"decided_by": walk.clerk, "decided_on": walk.day}
        Recusal.objects.create(
            case=walk.case, person=walk.head, raised_by="party", raised_on=walk.day,
            reason="近亲属", recorded_by=walk.clerk, granted=granted, **decided,
        )  # fmt: skip

    return do


def aside(granted):
    def do(walk):
        walk.deputy = factories.make_user("deputy", "deputy_head", bureau=walk.bureau)
        Recusal.objects.create(
            case=walk.case, person=walk.deputy, raised_by="party", raised_on=walk.day,
            reason="近亲属", recorded_by=walk.clerk, granted=granted, decided_by=walk.head,
            decided_on=walk.day,
        )  # fmt: skip

    return do


def with_deputy(walk):
    return (BOTH[0]._replace(name=str(walk.deputy)), BOTH[1])


def with_handler(walk):
    return (BOTH[0]._replace(name=str(walk.officer)), BOTH[1])


# fmt: off
ROWS = [
    Row("reviewed by who never passed the examination",
        f"通过国家统一法律职业资格考试.*{PENALTY}第五十八条第二款", "submit_review", REVIEW,
        qualified_from(None), qualified_from(date(2024, 1, 1))),
    Row("reviewed before the certificate was given", f"登记证书编号.*{PENALTY}第五十八条第二款",
        "submit_review", REVIEW, qualified_from(date(2026, 11, 1)),
        qualified_from(date(2024, 1, 1))),
    Row("discussed by who stands aside", f"不能参加本案的讨论.*{PENALTY}第四十三条", "review",
        DISCUSS, aside(True), aside(False), {"members": with_deputy}, {"members": with_deputy},
        closed=True),
    Row("discussed by who handles the case", "不能作为讨论人员表决.*第五十七条第二款", "review",
        DISCUSS, wrong={"members": with_handler}),
    Row("decided on a discussion before the party spoke",
        f"没有考虑这些意见.*{PENALTY}第四十五条、第五十七条第二款", "notify", SIGN,
        discussed(first=True), discussed(first=False)),
    Row("decided while a recusal waits", f"回避申请还没有决定.*{PENALTY}第四十三条", "review", SIGN,
        recusal(None), recusal(False)),
    Row("decided by who stands aside", f"已经决定回避.*{PENALTY}第四十三条", "review", SIGN,
        recusal(True), recusal(False)),
]
# fmt: on
