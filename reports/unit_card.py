"""What the books of earlier years add to the page of a unit."""

from reports.queries import history
from units.card import Part, register

register(
    "history",
    Part(
        "inspections.view_inspection",
        "reports/_unit_history.html",
        lambda unit, user, today: history.of_unit(unit, user),
    ),
)
