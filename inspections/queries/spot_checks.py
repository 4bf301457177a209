"""自查实地抽查: how many units may be visited, and how many of them are drawn or chosen.

Half is drawn at random, half chosen by contradiction; both together stay under the ceiling.
"""

from inspections.models import Draw, SelfInspection, SelfReport, SpotPick

S = SelfReport.State
REPORTED = (S.SUBMITTED, S.ACCEPTED)


def of_draw(draw: Draw) -> SelfInspection | None:
    """The 自查 among whose reports this draw is held; None for any other draw."""
    link = getattr(draw, "spot_draw", None)
    return link and link.self_inspection


def asked_of(asked: SelfInspection):
    return asked.reports.exclude(state=S.EXCLUDED)


def most(asked: SelfInspection) -> int:
    """How many units may be visited: the ceiling of those that are asked, never rounded up."""
    return asked_of(asked).count() * asked.rule.ceiling // 100


def most_chosen(asked: SelfInspection) -> int:
    """How many of them may be chosen; of an odd number the draw has the one more."""
    return most(asked) // 2


def chosen(asked: SelfInspection):
    return SpotPick.objects.filter(report__self_inspection=asked)


def drawable(asked: SelfInspection):
    """Reports handed in whose units are not chosen already."""
    return asked.reports.filter(state__in=REPORTED, spot_pick=None)


def left_to_draw(asked: SelfInspection, draw: Draw | None = None) -> int:
    """How many units a draw may still take; what other draws of the 自查 took counts."""
    others = Draw.objects.filter(spot_draw__self_inspection=asked)
    others = others.exclude(state__in=(Draw.State.REDRAWN, Draw.State.WITHDRAWN))
    taken = sum(others.exclude(pk=draw and draw.pk).values_list("unit_count", flat=True))
    return max(most(asked) - chosen(asked).count() - taken, 0)
