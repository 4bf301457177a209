"""实地抽查: a rule that allows it, and a visit that had seen something before."""

from datetime import date

import time_machine

from inspections.services import self_rules
from tests.inspections import on_site
from tests.inspections.self_inspecting import OPENED

travel = time_machine.travel
VISIT = date(2026, 4, 9)  # a Thursday


def rule_of(head, percent):
    """A rule of a bureau that may visit a share of those who report."""
    return self_rules.set_rule(
        actor=head, on=OPENED, title=f"抽查{percent}%", kinds=["township"], roll="",
        basis="制度", mark="LOCAL", ceiling=percent, ceiling_basis="示例制度",
        order_article=None, effective_from=OPENED,
    )  # fmt: skip


def visited(unit, cast, *failing):
    with travel(VISIT):
        team = cast.officer, cast.second_officer
        visit = on_site.approved(unit, cast.head, *team, on=VISIT)
        return on_site.recorded(visit, cast.officer, *failing, on=VISIT)
