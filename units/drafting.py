"""Papers of the catalogue on one unit of the register, and on many at once."""

from archives_enforcement.accounts.models import Party
from archives_enforcement.documents.drafting import Listing, Subject, register
from units.models import Unit
from units.queries import like

YES_NO = [("True", "是"), ("False", "否")]

register(
    "unit",
    Subject(
        Unit,
        lambda unit: unit.party,
        lambda unit, on: {"unit": unit.party.name},
        of_party=lambda party: Unit.objects.filter(party=party).first(),
        listing=Listing(
            "被检查单位",
            rows=lambda rows, kind: rows.filter(state=Unit.State.ACTIVE).order_by("party__name"),
            read=lambda rows: rows.select_related("party__bureau"),
            like=like,
            detail=lambda unit: unit.party.get_kind_display(),
            choices={
                "party__kind": ("性质", Party.Kind.choices),
                "is_key_monitored": ("重点监控", YES_NO),
            },
        ),
    ),
)
