"""设定记录: who set a rule of the bureau, to what and when, as the trail has it."""

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

LABEL = "设定记录"


def kinds() -> list[tuple[str, str]]:
    """The models whose rows are settings of a bureau (`is_setting`), by key and name."""
    found = [model for model in apps.get_models() if getattr(model, "is_setting", False)]
    return [(model._meta.label_lower, model._meta.verbose_name) for model in found]


def only(entries, kind: str):
    """Of the entries those on settings of one kind."""
    return entries.filter(content_type=ContentType.objects.get_for_model(apps.get_model(kind)))


def ways_to(model, user) -> list[dict]:
    """The button on the page of a setting, for who reads the trail."""
    if not user.has_perm("audit.view_auditentry"):
        return []
    url = f"{reverse('audit:entry-list')}?setting={model._meta.label_lower}"
    return [{"label": LABEL, "url": url, "icon": "archive"}]
