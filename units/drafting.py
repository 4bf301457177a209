"""Papers of the catalogue on one unit of the register."""

from archives_enforcement.documents.drafting import Subject, register
from units.models import Unit

register(
    "unit",
    Subject(
        Unit,
        lambda unit: unit.party,
        lambda unit, on: {"unit": unit.party.name},
        of_party=lambda party: Unit.objects.filter(party=party).first(),
    ),
)
