"""How a unit leaves the register."""

from archives_enforcement.workflow import Transition, Workflow
from units.models import Succession, Unit

MANAGE = "units.manage_unit"
ACTIVE, CLOSED = (Unit.State.ACTIVE,), Unit.State.CLOSED

UNIT_FLOW = Workflow(
    *(Transition(str(kind), kind.label, ACTIVE, CLOSED, MANAGE) for kind in Succession.Kind)
)
