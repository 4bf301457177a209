"""输入控件: Django's widgets drawn without templates.

A template for each option and one for each list of attributes make a form the dearest part of a
page. The markup is Django's own, blanks between elements aside; what is not in the table below is
left to Django's template.
"""

from django.forms.renderers import DjangoTemplates
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

WIDGETS = "django/forms/widgets/"


class Renderer(DjangoTemplates):
    def render(self, template_name, context, request=None):
        draw = DRAWN.get(template_name)
        if draw is None:
            return super().render(template_name, context, request)
        return mark_safe(draw(context["widget"]))  # noqa: S308 - every value is escaped below


def escaped(value) -> SafeString:
    return conditional_escape(str(value))


def attributes(widget: dict) -> str:
    return "".join(
        f" {escaped(name)}" if value is True else f' {escaped(name)}="{escaped(value)}"'
        for name, value in widget["attrs"].items()
        if value is not False
    )


def input_(widget: dict) -> str:
    value = widget["value"]
    written = "" if value is None else f' value="{escaped(value)}"'
    named = f'<input type="{widget["type"]}" name="{escaped(widget["name"])}"'
    drawn = f"{named}{written}{attributes(widget)}>"
    if not widget.get("wrap_label"):
        return drawn
    target = widget["attrs"].get("id")
    opening = f'<label for="{escaped(target)}">' if target else "<label>"
    return f"{opening}{drawn} {escaped(widget['label'])}</label>"


def textarea(widget: dict) -> str:
    name, text = escaped(widget["name"]), escaped(widget["value"] or "")
    return f'<textarea name="{name}"{attributes(widget)}>\n{text}</textarea>'


def option(widget: dict) -> str:
    value, label = escaped(widget["value"]), escaped(widget["label"])
    return f'<option value="{value}"{attributes(widget)}>{label}</option>'


def select(widget: dict) -> str:
    parts = [f'<select name="{escaped(widget["name"])}"{attributes(widget)}>']
    for group, options, _ in widget["optgroups"]:
        drawn = "\n".join(option(each) for each in options)
        parts.append(
            f'<optgroup label="{escaped(group)}">\n{drawn}\n</optgroup>' if group else drawn
        )
    return "\n".join((*parts, "</select>"))


INPUTS = (
    "checkbox", "checkbox_option", "date", "datetime", "email", "file", "hidden", "input",
    "input_option", "number", "password", "radio_option", "search", "tel", "text", "time", "url",
)  # fmt: skip
DRAWN = {f"{WIDGETS}{name}.html": input_ for name in INPUTS} | {
    f"{WIDGETS}select.html": select,
    f"{WIDGETS}textarea.html": textarea,
}
