"""What a form that changes a record takes along (`meanwhile`)."""

from django import template
from django.utils.html import format_html

from archives_enforcement import meanwhile

register = template.Library()


@register.simple_tag(takes_context=True)
def seen_before(context):
    """What the form showed of the record, so that nobody saves over another's work unseen."""
    view, form = context.get("view"), context.get("form")
    seen = view.seen(form) if form is not None and hasattr(view, "seen") else ""
    field = '<input type="hidden" name="{}" value="{}">'
    return format_html(field, meanwhile.FIELD, seen) if seen else ""
