"""Reference data of penalties for administrators, to be read; and what a bureau sets itself."""

from django.contrib import admin

from penalties.models import (
    Benchmark,
    BenchmarkRow,
    Factor,
    HearingThreshold,
    Tier,
    Violation,
)


class ReadOnly(admin.ModelAdmin):
    """Loaded from the committed files by `load_reference`; a case keeps its own copy."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class SharedReadOnly(ReadOnly):
    """The sample, and the versions of the administrator's own bureau."""

    def get_queryset(self, request):
        return self.model.objects.visible_to(request.user)


@admin.register(Benchmark)
class BenchmarkAdmin(SharedReadOnly):
    list_display = ["title", "version", "is_sample", "label", "mark", "valid_from", "valid_to"]


@admin.register(BenchmarkRow)
class BenchmarkRowAdmin(SharedReadOnly):
    list_display = ["code", "title", "category", "range", "legal_review", "label"]
    list_select_related = ["benchmark", "clause"]
    search_fields = ["code", "title"]

    @admin.display(description="对象")
    def category(self, row):
        return row.clause.get_category_display()

    @admin.display(description="法定幅度（元）")
    def range(self, row):
        return f"{row.clause.minimum:,}–{row.clause.maximum:,}"

    @admin.display(description="标注")
    def label(self, row):
        return row.benchmark.label


@admin.register(Tier)
class TierAdmin(SharedReadOnly):
    list_display = ["benchmark", "code", "title", "outcome", "mark"]
    list_select_related = ["benchmark"]


@admin.register(Factor)
class FactorAdmin(SharedReadOnly):
    list_display = ["code", "title", "effect", "duty", "condition", "mark"]
    search_fields = ["code", "title"]


@admin.register(Violation)
class ViolationAdmin(ReadOnly):
    list_display = ["code", "title", "handled_by", "mark", "valid_from", "valid_to"]
    search_fields = ["code", "title"]


@admin.register(HearingThreshold)
class HearingThresholdAdmin(admin.ModelAdmin):
    """A bureau's own figures; every bureau's for an administrator who stands in none."""

    list_display = ["bureau", "effective_from", "person", "organisation", "gains", "source"]

    def has_delete_permission(self, request, obj=None):
        return False

    def get_queryset(self, request):
        if request.user.bureau_id is None:
            return super().get_queryset(request)
        return HearingThreshold.objects.visible_to(request.user)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "bureau" and request.user.bureau_id is not None:
            kwargs["queryset"] = db_field.related_model.objects.visible_to(request.user)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
