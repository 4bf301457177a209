"""Words and small marks that pages share: dates, money, states, deadlines, menu, page links."""

from django import forms, template
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse
from django.utils.html import format_html

from archives_enforcement import navigation as menu
from archives_enforcement.forms import ConfirmField
from archives_enforcement.templatetags import formats
from archives_enforcement.templatetags.icons import icon

register = template.Library()
for function in (
    formats.cn_date,
    formats.cn_day,
    formats.cn_datetime,
    formats.cn_iso_date,
    formats.cn_weekday,
    formats.by_number,
    formats.minutes,
    formats.money,
    formats.overdue,
):
    register.filter(function)

KINDS = (
    (forms.CheckboxSelectMultiple, "checks"),
    (forms.RadioSelect, "radio"),
    (forms.CheckboxInput, "check"),
    (forms.FileInput, "file"),
)
TONES = frozenset({"", "now", "done", "due", "late"})


def request_of(context):
    """The request of the page, also inside a component included with `only`."""
    return getattr(context, "request", None) or context.get("request")


@register.simple_tag
def tag(text, tone=""):
    """A short label; `tone` is now, done, due, late or empty."""
    if tone not in TONES:
        raise ImproperlyConfigured(f"{tone!r} is no tone; use one of {sorted(TONES)}.")
    return format_html('<span class="tag {}">{}</span>', tone, text) if text else ""


@register.simple_tag
def state_tag(record):
    """The state of a record in words; its class may name a colour in `state_tone`."""
    if not record:
        return ""
    return tag(record.get_state_display(), getattr(record, "state_tone", ""))


@register.simple_tag
def deadline_tag(due, today, done="", note=""):
    """How long is left until `due`, then the date; `done` says in a word that it is met.

    `note` stands in place of the date line, for a deadline without a date (`送达后起算`).
    """
    if done:
        words, tone = done, "done"
    elif not due:
        words, tone = "未开始", ""
    else:
        words, tone = formats.days_left(due, today)
    below = note or (written_day(due, today) if due else "")
    return format_html('<span class="dl {} num"><b>{}</b>{}</span>', tone, words, below)


@register.simple_tag
def consequence_tag(row):
    """What follows when the time is up, by word, icon and colour; `row` is a clock or a look."""
    return format_html(
        '<span class="cq cq-{}" title="{}">{}{}</span>',
        row.consequence,
        row.look.meaning,
        icon(row.look.icon),
        row.get_consequence_display(),
    )


@register.simple_tag(takes_context=True)
def record_clock_tag(context, record, due, today, done="", note=""):
    """The term of a record that keeps its last day itself; leads to the clocks that run on it."""
    told = deadline_tag(due, today, done=done, note=note)
    if due is None or not _may_ask_why(context):
        return told
    url = reverse("workdays:record-clocks", args=[record._meta.label, record.pk])
    return _to_why(url, told, str(record))


@register.simple_tag(takes_context=True)
def clock_tag(context, row, today, done="", note="", due=None):
    """A clock wherever one is shown: time left, date, consequence; leads to why this day.

    `done`, `note` and `due` are those of `deadline_tag`, where a page words them itself. No row
    is a clock that has not started.
    """
    if not row:
        return deadline_tag(due, today, done=done, note=note)
    done = done or row.ended
    due = due or row.met_on or row.cancelled_on or row.due_on
    told = deadline_tag(due, today, done=done, note=note)
    body = told if done else told + consequence_tag(row)
    if not _may_ask_why(context):
        return format_html('<span class="clock">{}</span>', body)
    return _to_why(row.get_absolute_url(), body, row.name)


def _may_ask_why(context) -> bool:
    request = request_of(context)
    return request is not None and request.user.has_perm("workdays.view_deadline")


def _to_why(url: str, body: str, name: str) -> str:
    return format_html(
        '<a class="clock" href="{}" title="为什么是这一天">{}'
        '<span class="visually-hidden">，看{}怎么算</span></a>',
        url,
        body,
        name,
    )


def written_day(day, today):
    """Month and day within this year, the full date in another."""
    return formats.cn_day(day) if day.year == today.year else formats.cn_date(day)


@register.simple_tag
def severity(level):
    """The degree of a finding, A, B or C; darkness tells it, never red."""
    if not level:
        return ""
    return format_html(
        '<span class="sev sev-{}"><span class="visually-hidden">严重程度 </span>{}</span>',
        level.lower(),
        level,
    )


@register.filter
def field_kind(field):
    """How a bound field is drawn: confirm, checks, radio, check, file, or empty for a plain one."""
    if isinstance(field.field, ConfirmField):
        return "confirm"
    return next((kind for widget, kind in KINDS if isinstance(field.field.widget, widget)), "")


@register.filter
def first_input_id(field):
    """The id an error's link leads to: the first choice of a group, else the input itself."""
    if field_kind(field) in {"radio", "checks"} and len(field):
        return field[0].id_for_label
    return field.id_for_label or field.auto_id


@register.filter
def error_count(form):
    """How many things are wrong with a form."""
    return sum(len(errors) for errors in form.errors.values())


@register.simple_tag(takes_context=True)
def query_with(context, **changes):
    """This page's query string with some values changed; an empty value removes its name."""
    query = request_of(context).GET.copy()
    for name, value in changes.items():
        if value in (None, ""):
            query.pop(name, None)
        else:
            query[name] = value
    return f"?{query.urlencode()}"


@register.filter
def page_numbers(page):
    """The page numbers to offer: both ends, the neighbours, and None where some are left out."""
    found = page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
    return [number if isinstance(number, int) else None for number in found]


@register.inclusion_tag("components/steps.html")
def step_strip(steps, label="办理步骤"):
    """The stages of a record as a strip: `steps` are navigation.Step or alike."""
    return {"steps": steps, "label": label, "total": len(steps)}


@register.inclusion_tag("components/navigation.html", takes_context=True)
def navigation(context):
    """The side menu of the signed-in person; `badges` of the page count what waits."""
    return menu_context(context)


@register.inclusion_tag("components/tabbar.html", takes_context=True)
def tabbar(context):
    """The bar at the foot of a phone: the entries meant for it, then the whole menu."""
    found = menu_context(context)
    lines = [line for _, lines in found["sections"] for line in lines if line.entry.in_tabbar]
    return {"lines": lines[:4]}


def menu_context(context):
    """The menu of this page, made up once for the side and for the foot."""
    if "menu" not in context.render_context:
        context.render_context["menu"] = menu_of(context)
    return context.render_context["menu"]


def menu_of(context):
    request = request_of(context)
    match = request.resolver_match
    view_name = context.get("nav") or (match.view_name if match else "")
    sections = menu.menu_for(request.user, view_name, context.get("badges"))
    return {"sections": sections, "user": request.user}
