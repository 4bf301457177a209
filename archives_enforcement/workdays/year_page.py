"""The administrators' page that takes over the holidays of a new year from the notice."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.workdays import calendar, notices
from archives_enforcement.workdays.deadlines import recheck_provisional
from archives_enforcement.workdays.models import Holiday

SEARCHED = 5  # years ahead that may already be on record
EXAMPLE = "一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。\n二、春节：……"


def first_unknown_year() -> int:
    """The first year from this one on whose arrangement is not on record."""
    now, days = timezone.localdate().year, calendar.load()
    return next((year for year in range(now, now + SEARCHED) if not days.knows(year)), now)


class NoticeForm(forms.Form):
    year = forms.IntegerField(label="年份", min_value=2000, max_value=2100)
    source = forms.CharField(
        label="依据", max_length=100, help_text="通知的文号，如“国办发明电〔2025〕7号”。"
    )
    text = forms.CharField(
        label="通知正文",
        widget=forms.Textarea(attrs={"rows": 12, "cols": 100, "placeholder": EXAMPLE}),
        help_text="从国务院办公厅的通知复制，从“一、元旦：”开始，到国庆节为止。周几写着的也一起贴上，"
        "系统用来核对年份。",
    )

    def clean(self):
        data = super().clean()
        if "text" in data and "year" in data:
            try:
                self.days = notices.read(data["text"], data["year"])
            except notices.Unreadable as why:
                self.add_error("text", str(why))
        return data


def take_over(page, request):
    """The notice is pasted, then shown as days, then kept; `page` is the HolidayAdmin."""
    if not page.has_add_permission(request) or not page.has_change_permission(request):
        raise PermissionDenied
    if request.method == "POST":  # which reads no calendar before the new year stands in it
        form = NoticeForm(request.POST)
    else:
        form = NoticeForm(initial={"year": first_unknown_year()})
    days = form.days if form.is_bound and form.is_valid() else []
    if days and "keep" in request.POST:
        return _kept(page, request, form)
    context = {
        **page.admin_site.each_context(request),
        "title": "登记一年的放假安排",
        "opts": Holiday._meta,
        "form": form,
        "days": days,
        "beside": _not_named(form.cleaned_data["year"], days) if days else [],
    }
    status = 422 if form.errors else 200
    return TemplateResponse(request, "admin/workdays/holiday/year.html", context, status=status)


@transaction.atomic
def _kept(page, request, form):
    source = form.cleaned_data["source"]
    for row in form.days:
        facts = {"kind": row.kind, "name": row.name, "source": source, "edited": True}
        kept, is_new = Holiday.objects.update_or_create(day=row.day, defaults=facts)
        note = page.log_addition if is_new else page.log_change
        note(request, kept, f"从通知登记：{source}")
    moved = recheck_provisional()
    messages.success(
        request,
        f"已登记{form.cleaned_data['year']}年的放假安排，共 {len(form.days)} 天；"
        f"暂定期限已全部复核，其中 {moved} 项的届满日有变化。",
    )
    return redirect(reverse("admin:workdays_holiday_changelist"))


def _not_named(year: int, days: list[notices.Named]) -> list[Holiday]:
    """What is on record of that year and not in the notice; next year's 元旦 may begin in it."""
    rows = Holiday.objects.filter(day__year=year).exclude(day__in=[row.day for row in days])
    return list(rows.exclude(day__month=12, name__contains="元旦"))
