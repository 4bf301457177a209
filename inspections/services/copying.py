"""Items of one checklist taken over into another that is being written."""

from inspections.models import Checklist, ChecklistItem

COPIED = [
    field.attname
    for field in ChecklistItem._meta.concrete_fields
    if field.name not in ("id", "checklist", "condition", "condition_result")
]


def copy_items(checklist: Checklist, originals) -> dict[ChecklistItem, ChecklistItem]:
    """Copies of items in a draft, by their originals; conditions lead to the copies."""
    originals = list(originals)
    copies = {
        original: ChecklistItem(
            checklist=checklist, **{name: getattr(original, name) for name in COPIED}
        )
        for original in originals
    }
    ChecklistItem.objects.bulk_create(copies.values())
    copy_links(copies, "articles")
    by_key = {original.pk: copy for original, copy in copies.items()}
    bound = {copy: original for original, copy in copies.items() if original.condition_id in by_key}
    for copy, original in bound.items():
        copy.condition = by_key[original.condition_id]
        copy.condition_result = original.condition_result
    ChecklistItem.objects.bulk_update(bound, ["condition", "condition_result"])
    return copies


def copy_links(copies: dict[ChecklistItem, ChecklistItem], name: str) -> None:
    """Give copies the links that their originals have in the many-to-many field `name`."""
    field = ChecklistItem._meta.get_field(name)
    here, there = f"{field.m2m_field_name()}_id", f"{field.m2m_reverse_field_name()}_id"
    by_key = {original.pk: copy.pk for original, copy in copies.items()}
    links = field.remote_field.through.objects
    found = links.filter(**{f"{here}__in": by_key}).order_by("pk").values_list(here, there)
    links.bulk_create(
        links.model(**{here: by_key[original], there: other}) for original, other in found
    )
