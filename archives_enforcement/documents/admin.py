from django.contrib import admin
from django.core.exceptions import ValidationError
from django.forms import ModelForm

from archives_enforcement.documents import composing, kinds
from archives_enforcement.documents.models import Wording

COMMON_FIELDS = {
    "basis", "kind", "phone", "cause", "statement_days", "credit_code", "representative",
    "remedies", "topics", "blocks",
}  # fmt: skip


class WordingForm(ModelForm):
    class Meta:
        model = Wording
        fields = ("kind", "version", "effective_from", "text", "note")

    def clean(self):
        data = super().clean()
        kind, text = data.get("kind"), data.get("text", "")
        if kind in kinds.KINDS:
            unknown = composing.unknown_fields(kind, text, COMMON_FIELDS)
            if unknown:
                names = "、".join(f"{{{name}}}" for name in sorted(unknown))
                raise ValidationError(f"正文中有不认识的填写项：{names}。请改正后保存。")
        return data


@admin.register(Wording)
class WordingAdmin(admin.ModelAdmin):
    """A wording is never changed once saved: a new version is added instead."""

    form = WordingForm
    list_display = ("kind", "version", "effective_from", "note")
    list_filter = ("kind",)

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
