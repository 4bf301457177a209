"""The people of one unit, and the slip that goes with a letter: a way in for those without one."""

from datetime import date
from pathlib import Path

from archives_enforcement.accounts import services as people
from archives_enforcement.accounts.models import Grant, User
from archives_enforcement.documents import services as documents
from archives_enforcement.documents.models import Delivery, Document
from reports.demo.people import SignIns


def play(sign_ins: SignIns, manager: User, today: date) -> Grant:
    """The manager has invited an archivist and another one; somebody else asks to be let in."""
    party = manager.grants.get().party
    post = {"actor": manager, "on": today, "post": "archivist"}
    _, token = people.invite(party, **post, name="示例街道一档案员")
    archivist = sign_ins.add(
        "unit_archivist", ("unit_contact",), name="示例街道一档案员", employer=party.name
    )
    grant = people.accept_invitation(token, on=today, user=archivist)
    asking = sign_ins.add(
        "unit_asking", ("unit_contact",), opens=False, name="示例街道一办公室人员",
        employer=party.name,
    )  # fmt: skip
    people.apply(party, on=today, post="archivist", user=asking)
    people.invite(party, **post | {"post": "manager"}, name="示例街道一新任负责人")
    return grant


def slip_of(unit: str, folder: Path, clerk: User, today: date) -> Path:
    """Make the slip of the letter that this unit has not opened yet, among the forms."""
    rows = Delivery.objects.visible_to(clerk).filter(
        party__name=unit, acknowledged_on=None, document__state=Document.State.ISSUED
    )
    delivery = rows.select_related("document__bureau", "party").latest("pk")
    path = folder / "records" / f"登录指引 {delivery.document.number}.pdf"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(documents.make_slips([delivery], actor=clerk, on=today))
    return path
