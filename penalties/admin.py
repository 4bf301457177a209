"""Reference data of penalties for administrators: to be read, never edited by hand."""

from django.contrib import admin

from penalties.models import Benchmark, BenchmarkRow, Factor, Tier, Violation


class ReadOnly(admin.ModelAdmin):
    """Loaded from the committed files by `load_reference`; a case keeps its own copy."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Benchmark)
class BenchmarkAdmin(ReadOnly):
    list_display = ["title", "version", "is_sample", "label", "mark", "valid_from", "valid_to"]


@admin.register(BenchmarkRow)
class BenchmarkRowAdmin(ReadOnly):
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
class TierAdmin(ReadOnly):
    list_display = ["benchmark", "code", "title", "outcome", "mark"]
    list_select_related = ["benchmark"]


@admin.register(Factor)
class FactorAdmin(ReadOnly):
    list_display = ["code", "title", "effect", "duty", "condition", "mark"]
    search_fields = ["code", "title"]


@admin.register(Violation)
class ViolationAdmin(ReadOnly):
    list_display = ["code", "title", "handled_by", "mark", "valid_from", "valid_to"]
    search_fields = ["code", "title"]
