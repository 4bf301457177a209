"""What a case of a natural person still lacks: whether it could answer for its act."""

from django.db.models import prefetch_related_objects

from penalties.models import Case
from penalties.queries.accountability import is_person

S = Case.State
FOUND_OUT_IN = (
    S.ON_THE_SPOT, S.INVESTIGATING, S.INVESTIGATED, S.PROPOSED, *Case.TO_BE_HEARD,
)  # fmt: skip


def read_for(cases: list[Case]) -> None:
    """Read the records of the persons among `cases` in one query, and none where there are none."""
    if persons := [case for case in cases if is_person(case) and case.state in FOUND_OUT_IN]:
        prefetch_related_objects(persons, "accountability")


def next_step(case: Case) -> str:
    """The facts are found out, but age and mind are not; "" where nothing of it is missing.

    Every step to a penalty asks for them (行政处罚法第三十条、第三十一条).
    """
    if case.state not in FOUND_OUT_IN or not is_person(case) or not case.facts:
        return ""
    if hasattr(case, "accountability"):
        return ""
    return (
        "当事人是自然人，还没有查明责任能力（出生日期，辨认和控制自己行为的能力），"
        "请先办理“登记责任能力”，再往下办（行政处罚法第三十条、第三十一条）。"
    )
