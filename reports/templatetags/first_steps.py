"""The way of a new bureau on the first page of the administrators."""

from django import template
from django.utils import timezone

from reports.queries import first_steps

register = template.Library()


@register.inclusion_tag("admin/_first_steps.html")
def first_run(user) -> dict:
    """The steps as long as one is left, for who registers bureaus and users."""
    if not user.has_perms(("accounts.add_bureau", "accounts.add_user")):
        return {"steps": []}
    steps = first_steps.for_administrator(user, timezone.localdate())
    return {"steps": steps if any(not step.done for step in steps) else []}
