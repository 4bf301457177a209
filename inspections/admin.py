"""Looking through the checklists; they change only with the committed data."""

from django.contrib import admin

from inspections.models import Checklist, ChecklistItem


class ReadOnlyAdmin(admin.ModelAdmin):
    """Rows that visits rest on: shown, never edited by hand."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Checklist)
class ChecklistAdmin(ReadOnlyAdmin):
    """Versions of the checklist and when each is in force."""

    list_display = ["name", "code", "valid_from", "valid_to", "source"]


@admin.register(ChecklistItem)
class ChecklistItemAdmin(ReadOnlyAdmin):
    """Items, by number or words; narrowed by version, area and degree."""

    list_display = ["code", "text", "area", "severity", "basis", "local_practice", "electronic"]
    list_filter = [
        "checklist", "area", "severity", "local_practice",
        ("electronic", admin.EmptyFieldListFilter),
    ]  # fmt: skip
    search_fields = ["code", "text", "basis"]
