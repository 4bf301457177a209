"""机关归属: a record stands in the books of the bureau of whatever it belongs to."""

import itertools
from collections.abc import Iterator
from typing import NamedTuple

from django.apps import apps
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, F, Model, OuterRef, Q, QuerySet

from archives_enforcement.access import ScopedModel

# What a bureau above lends to those below it: a campaign, and the checklist of one.
LENT = {"inspections.Campaign", "inspections.Checklist", "inspections.ChecklistItem"}


class Tie(NamedTuple):
    """A record of `child` belongs to one of `parent`, by a field of its own."""

    child: type[Model]
    field: str
    parent: type[Model]


def ties() -> list[Tie]:
    """Every field that leads from one record of a bureau to another."""
    models = [model for model in apps.get_models() if _has_bureau(model)]
    return [
        Tie(model, field.name, field.related_model)
        for model in models
        for field in model._meta.concrete_fields
        if field.is_relation and _has_bureau(field.related_model)
    ]


def look() -> tuple[int, Iterator[str]]:
    found = ties()
    faults = itertools.chain.from_iterable(map(_strangers, found))
    return len(found), itertools.chain(faults, _strange_subjects())


def _has_bureau(model) -> bool:
    """Whether its rows stand in the books of a bureau; a bureau itself is no such row."""
    return issubclass(model, ScopedModel) and model.scope.bureau not in ("", "pk")


def _strangers(tie: Tie) -> Iterator[str]:
    own, other = tie.child.scope.bureau, f"{tie.field}__{tie.parent.scope.bureau}"
    rows = tie.child._base_manager.filter(
        **{f"{own}__isnull": False, f"{other}__isnull": False}
    ).exclude(**{own: F(other)})
    if tie.parent._meta.label in LENT:
        rows = rows.exclude(**{f"{own}__path__startswith": F(f"{other}__path")})
    name = tie.child._meta.get_field(tie.field).verbose_name
    return _in_words(rows, f"{name}（{tie.parent._meta.verbose_name}）")


def _strange_subjects() -> Iterator[str]:
    for child in filter(_has_bureau, apps.get_models()):
        if any(isinstance(field, GenericForeignKey) for field in child._meta.private_fields):
            yield from _subjects_of(child)


def _subjects_of(child: type[Model]) -> Iterator[str]:
    kinds = child._base_manager.values("content_type").distinct()
    for kind in ContentType.objects.filter(pk__in=kinds):
        parent = kind.model_class()
        same = Q(pk=OuterRef("object_id"))
        if _has_bureau(parent):
            bureau = OuterRef(child.scope.bureau)
            same &= Q(**{parent.scope.bureau: bureau})
        rows = child._base_manager.filter(~Exists(parent._base_manager.filter(same)))
        yield from _in_words(rows.filter(content_type=kind), f"所属的{parent._meta.verbose_name}")


def _in_words(rows: QuerySet, other: str) -> Iterator[str]:
    for row in rows.order_by("pk").iterator():
        yield f"{row._meta.verbose_name} {row.pk} {row}与{other}不属于同一机关，或者后者不存在"
