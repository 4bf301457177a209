"""样式与脚本: the tags by which a page names the static files that it loads."""

from functools import cache

from django import template
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join

register = template.Library()


@register.simple_tag
@cache
def styles(*paths):
    """Style sheets in the order in which they shall apply; paths in the folder static/."""
    return format_html_join("\n", '<link rel="stylesheet" href="{}">', _addresses(paths))


@register.simple_tag
@cache
def scripts(*paths):
    """Scripts that run in this order once the page is read; paths in the folder static/."""
    return format_html_join("\n", '<script src="{}" defer></script>', _addresses(paths))


@register.simple_tag
@cache
def modules(first, *imported):
    """A module and all that it imports: so a page names whatever it needs without network."""
    needed = format_html_join("\n", '<link rel="modulepreload" href="{}">', _addresses(imported))
    begins = format_html('<script type="module" src="{}"></script>', static(first))
    return format_html("{}\n{}", needed, begins)


def _addresses(paths):
    return ((static(path),) for path in paths)
