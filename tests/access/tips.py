"""举报投诉 of one side: each by somebody who left a name, which nobody reads on any page."""

from django.contrib.contenttypes.models import ContentType

from archives_enforcement.files.models import StoredFile
from inspections.models import Tip
from inspections.services import tips as services
from tests.access.sides import Side
from tests.access.visits import DAY


def tips(side: Side) -> dict:
    team = side.team

    def sent(about: str, kind: str, contents: str) -> Tip:
        services.send(
            side.bureau, on=DAY, about=about, concerning="示例单位", text=side.mark(kind),
            name=side.mark("who"), contact=side.mark("whoto"), uploads=[side.upload(contents)],
        )  # fmt: skip
        return Tip.objects.filter(bureau=side.bureau).latest("pk")

    def accepted() -> Tip:
        return services.accept(
            sent("unit", "hint", "hintfile"), actor=team.desk, on=DAY, party=side.unit.party,
            handler=team.lead, text=side.mark("tip"),
        )  # fmt: skip

    found = {
        "tip_new": sent("unit", "hint", "hintfile"),
        "tip_accepted": accepted(),
        "tip_of_us": sent("enforcement", "gossip", "gossipfile"),
    }
    return found | {
        "file_hint": _file_of(found["tip_new"]),
        "file_gossip": _file_of(found["tip_of_us"]),
    }


def _file_of(tip: Tip) -> StoredFile:
    kind = ContentType.objects.get_for_model(Tip)
    return StoredFile.objects.get(content_type=kind, object_id=tip.pk)
