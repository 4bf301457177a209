"""Whether a party can answer for its act (行政处罚法第三十条、第三十一条), in words."""

from archives_enforcement.accounts.models import Party
from archives_enforcement.reading import read_once_a_page
from penalties.discretion import Reason
from penalties.models import Accountability, Case, Factor
from penalties.queries.law import PENALTY_LAW

WATCH = {True: "责令其监护人加以管教", False: "责令其监护人严加看管和治疗"}


@read_once_a_page
def of_case(case: Case) -> Accountability | None:
    return Accountability.objects.select_related("case__party").filter(case=case).first()


def is_person(case: Case) -> bool:
    return case.party.kind == Party.Kind.PERSON


def article(found: Accountability) -> str:
    return f"{PENALTY_LAW}第三十条" if found.is_child else f"{PENALTY_LAW}第三十一条"


def order(found: Accountability) -> str:
    """What the guardian is ordered to do."""
    return f"{WATCH[found.is_child]}（监护人：{found.guardian}，{found.relation}）"


def reason(case: Case) -> Reason | None:
    """Why the law spares the person; None where it does not."""
    found = of_case(case)
    if found is None or not found.spared:
        return None
    heading = "不满十四周岁" if found.is_child else "不能辨认或者不能控制自己的行为"
    numbers = found.evidence.filter(excluded_on=None).values_list("position", flat=True)
    text = f"{found.in_words}；{found.grounds.rstrip('。')}；{order(found)}"
    return Reason(
        f"{heading}，不予处罚", text, article(found), tuple(sorted(numbers)), "不计算罚款", True
    )


def articles_of(factor: Factor) -> set[int]:
    """Which of the two articles a factor of the benchmark rests on."""
    named = (row["article"] for row in factor.bases if row["law"] == "penalty_law")
    return {30, 31}.intersection(named)
