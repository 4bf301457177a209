"""责令改正: 拒不改正 needs an order that was delivered and whose time is over."""

from penalties.services import determination
from tests.penalties.case_facts import violation
from tests.penalties.ordering import OVER, make_order
from tests.unlawful.attempts import Deed, Row

ARTICLES = "《中华人民共和国档案法》第四十五条、第四十八条"
IGNORED = {"order": "correction", "order_ignored": "yes", "crime": "no", "in_jurisdiction": "yes"}


def typed(walk, facts):
    rest = {name: facts[name] for name in ("grounds", "order_paper", "order_due_on", "on")}
    return facts["answers"] | rest


DETERMINE = Deed(
    "officer", "penalties:lead-determine", determination.determine,
    lambda walk: {
        "violation": violation("V06"), "answers": dict(IGNORED), "grounds": "复查仍未归档。",
        "order_paper": walk.order, "order_due_on": None,
    },
    on=lambda walk: walk.tip, typed=typed, query="?act=V06",
)  # fmt: skip


def ordered(**facts):
    def do(walk):
        walk.order = make_order(walk.tip, walk.officer, **facts)

    return do


def not_ordered(walk):
    walk.order = None


# fmt: off
ROWS = [
    Row("an order of which there is no paper", f"请选择本机关送达当事人的.*{ARTICLES}", "lead",
        DETERMINE, not_ordered, ordered()),
    Row("an order that never reached the party", f"没有送达的，先办理送达.*{ARTICLES}", "lead",
        DETERMINE, ordered(delivered=None), ordered(), closed=True),
    Row("ignored on the last day of the order", f"期限以内不能认定拒不改正.*{ARTICLES}", "lead",
        DETERMINE, ordered(term=45), ordered(term=44)),
    Row("ignored under an old order without its day", f"请填写文书载明的期限.*{ARTICLES}", "lead",
        DETERMINE, ordered(clock=False), ordered(clock=False), right={"order_due_on": OVER}),
]
# fmt: on
