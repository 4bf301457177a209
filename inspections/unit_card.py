"""What 监督检查 adds to the page of a unit."""

from inspections.queries import assessment, terminations
from inspections.queries import unit_card as queries
from units import open_matters
from units.card import Part, register

register(
    "left",
    Part(
        "inspections.view_finding",
        "inspections/_unit_left.html",
        lambda unit, user, today: terminations.card(unit, user),
    ),
)
register(
    "due",
    Part("inspections.view_inspection", "inspections/_unit_due.html", queries.due, beside=True),
)
register(
    "visits",
    Part(
        "inspections.view_inspection",
        "inspections/_unit_visits.html",
        lambda unit, user, today: queries.visits(unit, user),
    ),
)
register(
    "problems",
    Part(
        "inspections.view_finding",
        "inspections/_unit_problems.html",
        lambda unit, user, today: queries.problem_card(unit, user),
    ),
)
register(
    "assessments",
    Part(
        "inspections.view_assessment",
        "inspections/_unit_assessments.html",
        assessment.unit_card,
        beside=True,
    ),
)
register(
    "commitments",
    Part(
        "inspections.view_interview",
        "inspections/_unit_commitments.html",
        lambda unit, user, today: queries.commitments(unit, user),
    ),
)
open_matters.register(queries.open_matters)
