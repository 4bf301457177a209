"""Reads of 普法宣传."""

from datetime import date, timedelta
from itertools import chain

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count
from django.urls import reverse

from archives_enforcement.asking import Asking, asks, rows_of, side_by_side
from archives_enforcement.files.models import StoredFile
from inspections.queries.work import Group, WorkItem
from publicity.models import Activity, ArticlePiece, MediaRecord, OutreachItem

DAY_OF = {
    Activity: "held_on",
    ArticlePiece: "published_on",
    MediaRecord: "published_on",
}

YEARLY_DAYS = {  # kind → month and day of the day itself
    Activity.Kind.ARCHIVES_DAY: (6, 9),
    Activity.Kind.CONSTITUTION_DAY: (12, 4),
}
BEFORE, AFTER = timedelta(days=21), timedelta(days=14)  # when the list reminds of such a day


def in_year(model, bureau, year: int):
    """The records of one kind that a bureau made of that year, oldest first."""
    day = DAY_OF[model]
    return (
        model.objects.standing().filter(bureau=bureau, **{f"{day}__year": year}).order_by(day, "pk")
    )


def years_of(model, user) -> list[int]:
    """The years of which `user` may see records of one kind, newest first."""
    days = model.objects.visible_to(user).dates(DAY_OF[model], "year", order="DESC")
    return [day.year for day in days]


def counts(user, year: int | None) -> dict[type, int]:
    """How many records of each kind `user` may see, of one year or of all."""
    found = {}
    for model, day in DAY_OF.items():
        rows = model.objects.visible_to(user).standing()
        found[model] = rows.filter(**{f"{day}__year": year}).count() if year else rows.count()
    return found


def series_counts(user, year: int | None) -> list[tuple[str, int]]:
    """How many pieces each article series has, the largest first."""
    rows = ArticlePiece.objects.visible_to(user).standing()
    if year:
        rows = rows.filter(published_on__year=year)
    counted = rows.order_by().values("series").annotate(pieces=Count("pk"))
    return list(counted.order_by("-pieces", "series").values_list("series", "pieces"))


def files_among(model, rows, user) -> dict[int, list[StoredFile]]:
    """The photos and clippings of several records of one kind, by the key of the record."""
    kind = ContentType.objects.get_for_model(model)
    keys = [row.pk for row in rows]
    found: dict[int, list[StoredFile]] = {}
    rows = StoredFile.objects.visible_to(user).filter(content_type=kind, object_id__in=keys)
    for file in rows.order_by("pk"):
        found.setdefault(file.object_id, []).append(file)
    return found


@asks
def work_for_activities(user, today: date) -> Asking[list[WorkItem]]:
    """A yearly day that is near, or just over, and of which nothing is entered yet."""
    if not user.bureau_id or not user.has_perm("publicity.record_activity"):
        return []
    days = {kind: date(today.year, *day) for kind, day in YEARLY_DAYS.items()}
    near = {kind: day for kind, day in days.items() if day - BEFORE <= today <= day + AFTER}
    if not near:
        return []
    held = (
        Activity.objects.visible_to(user).standing().filter(kind__in=near, held_on__year=today.year)
    )
    planned = OutreachItem.objects.filter(  # what stands in an approved plan the plan reminds of
        plan__bureau=user.bureau_id, plan__year=today.year, plan__state="approved"
    )
    kinds = (rows_of(rows.values_list("kind", flat=True)) for rows in (held, planned))
    entered = set(chain.from_iterable((yield from side_by_side(*kinds))))
    return [
        WorkItem(
            day,
            f"开展并登记{kind.label}宣传活动",
            "年度普法宣传（本机关工作安排）",
            reverse("publicity:activity-create"),
            "去登记",
            Group.PREPARATION,
        )
        for kind, day in near.items()
        if kind not in entered
    ]
