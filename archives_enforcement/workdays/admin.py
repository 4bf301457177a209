from django import forms
from django.contrib import admin
from django.urls import path

from archives_enforcement.audit.admin import Recorded
from archives_enforcement.workdays.consequences import OUR_READING
from archives_enforcement.workdays.deadlines import recheck_provisional, reclassify
from archives_enforcement.workdays.models import Holiday, LocalTerm, TimeLimit
from archives_enforcement.workdays.year_page import take_over


class KeepsEdits(Recorded):
    """Marks what a person has changed, so that loading the packaged table leaves it alone."""

    def save_model(self, request, obj, form, change):
        obj.edited = True
        super().save_model(request, obj, form, change)


@admin.register(Holiday)
class HolidayAdmin(KeepsEdits):
    list_display = ["day", "kind", "name", "source", "edited"]
    list_filter = ["kind", "name"]
    search_fields = ["name", "source"]
    date_hierarchy = "day"
    actions = ["recheck"]

    def get_urls(self):
        page = self.admin_site.admin_view(self.take_over_year)
        return [path("year/", page, name="workdays_holiday_year"), *super().get_urls()]

    def take_over_year(self, request):
        return take_over(self, request)

    @admin.action(description="按现有节假日安排复核暂定期限")
    def recheck(self, request, queryset):
        moved = recheck_provisional()
        self.message_user(request, f"暂定期限已全部复核，其中{moved}项的届满日有变化。")


class ClassForm(forms.ModelForm):
    """失权、失效、违法、提醒 with its source: another class needs another source than ours."""

    def clean(self):
        data = super().clean()
        if "consequence" in self.changed_data and data.get("consequence_source") == OUR_READING:
            self.add_error("consequence_source", "改动后果归类的，请写明依据，不能仍写本系统归类。")
        return data


@admin.register(TimeLimit)
class TimeLimitAdmin(KeepsEdits):
    """What the law fixes is shown, not edited; a bureau's own length is a LocalTerm.

    How a limit is sorted by what follows it is our reading, so an administrator may correct it.
    """

    EDITABLE = ("expiry_text", "note", "consequence", "consequence_source", "consequence_mark")
    form = ClassForm

    list_display = [
        "code", "name", "term", "until", "bound", "basis", "mark", "consequence", "configurable",
    ]  # fmt: skip
    list_filter = ["consequence", "mark", "bound", "unit", "configurable"]
    search_fields = ["code", "name", "trigger", "law", "article", "note"]

    @admin.display(description="期限")
    def term(self, limit):
        return limit.term_in_words

    @admin.display(description="依据")
    def basis(self, limit):
        return limit.basis

    def get_readonly_fields(self, request, obj=None):
        names = [field.name for field in TimeLimit._meta.fields if field.name != "id"]
        return [name for name in names if name not in self.EDITABLE]

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        moved = reclassify(obj) if "consequence" in form.changed_data else 0
        if moved:
            self.message_user(request, f"{moved}个正在计算的期限已按新的后果显示。")

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


def configurable_limits():
    limits = TimeLimit.objects.filter(configurable=True, until=None).exclude(unit="none")
    return [("", "请选择"), *((limit.code, str(limit)) for limit in limits)]


class LocalTermForm(forms.ModelForm):
    code = forms.ChoiceField(label="期限", choices=configurable_limits)

    class Meta:
        model = LocalTerm
        fields = ["bureau", "code", "length", "unit", "fixed_on", "effective_from", "source"]


@admin.register(LocalTerm)
class LocalTermAdmin(Recorded):
    form = LocalTermForm
    list_display = ["bureau", "code", "term_in_words", "effective_from", "source"]
    list_filter = ["bureau"]
    search_fields = ["code", "source"]

    def get_queryset(self, request):
        """A bureau's own settings; every bureau's for an administrator who stands in none."""
        if request.user.bureau_id is None:
            return super().get_queryset(request)
        return LocalTerm.objects.visible_to(request.user)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "bureau" and request.user.bureau_id is not None:
            kwargs["queryset"] = db_field.related_model.objects.visible_to(request.user)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
