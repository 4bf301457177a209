"""What 培训 adds to the page of a unit, and to the page of a problem it was about."""

from inspections import finding_card
from publicity.queries import training
from units.card import Part, register

VIEW = "publicity.view_training"

register(
    "training",
    Part(VIEW, "publicity/_unit_training.html", lambda unit, user, today: (
        training.of_unit(unit, user) or None
    )),
)  # fmt: skip
finding_card.register("跟进的培训", training.about_finding)
