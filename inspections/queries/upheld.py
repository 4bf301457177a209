"""采纳意见: a problem that the unit rightly said is none, which then counts against nobody."""

from django.db.models import Exists, OuterRef

from inspections.models import Reply


def upheld(finding: str = "pk") -> Exists:
    """Whether an objection to the problem was upheld; `finding` is the path to its key."""
    return Exists(
        Reply.objects.filter(
            finding=OuterRef(finding), kind=Reply.Kind.OBJECTION, outcome=Reply.Outcome.ACCEPTED
        )
    )
