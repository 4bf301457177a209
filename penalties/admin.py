"""Reference data of penalties for administrators, to be read; and what a bureau sets itself."""

from django.contrib import admin

from archives_enforcement.audit.admin import Recorded
from inspections.queries.teams import with_role
from penalties.forms.local_clauses import LocalClauseForm, WithdrawClauseForm
from penalties.models import (
    Benchmark,
    BenchmarkRow,
    Factor,
    HearingThreshold,
    LocalClause,
    ReviewQualification,
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
    view_on_site = False  # that page belongs to those who weigh and publish
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


class OwnBureau(admin.ModelAdmin):
    """A bureau's own rows; every bureau's for an administrator who stands in none."""

    def has_delete_permission(self, request, obj=None):
        return False

    def get_queryset(self, request):
        if request.user.bureau_id is None:
            return super().get_queryset(request)
        return self.model.objects.visible_to(request.user)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "bureau" and request.user.bureau_id is not None:
            kwargs["queryset"] = db_field.related_model.objects.visible_to(request.user)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


@admin.register(HearingThreshold)
class HearingThresholdAdmin(OwnBureau, Recorded):
    list_display = ["bureau", "effective_from", "person", "organisation", "gains", "source"]


@admin.register(ReviewQualification)
class ReviewQualificationAdmin(OwnBureau, Recorded):
    """Who may review decisions of penalty (行政处罚法第五十八条第二款)."""

    list_display = ["person", "kind", "number", "obtained_on", "proof", "withdrawn_on"]
    list_select_related = ["person"]

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "person" and request.user.bureau_id is not None:
            kwargs["queryset"] = with_role("reviewer").filter(bureau=request.user.bureau_id)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


@admin.register(LocalClause)
class LocalClauseAdmin(OwnBureau):
    """Entered as the text has it; afterwards it can only be withdrawn."""

    list_display = ["clause", "article", "level", "range", "validity", "mark", "withdrawn_on"]
    list_select_related = ["clause__violation", "article__version__law"]
    given = ["bureau", "clause", "article", "specifies", "level", "issuer", "range", "validity",
             "mark", "source", "entered_by", "entered_on", "withdrawn_on"]  # fmt: skip

    @admin.display(description="效力级别")
    def level(self, row):
        return row.article.version.law.get_level_display()

    @admin.display(description="制定机关")
    def issuer(self, row):
        return row.article.version.law.issuer

    @admin.display(description="幅度（元）")
    def range(self, row):
        return f"{row.clause.minimum:,}–{row.clause.maximum:,}"

    @admin.display(description="有效期")
    def validity(self, row):
        return row.article.version.validity

    @admin.display(description="核对程度")
    def mark(self, row):
        return row.article.version.get_mark_display()

    @admin.display(description="来源")
    def source(self, row):
        return row.article.version.source

    def get_form(self, request, obj=None, **kwargs):
        form = LocalClauseForm if obj is None else WithdrawClauseForm
        made = super().get_form(request, obj, form=form, **kwargs)
        made.actor = request.user
        return made

    def get_fields(self, request, obj=None):
        if obj is None:
            return ["bureau", *LocalClauseForm.declared_fields]
        return self.given if obj.withdrawn_on else [*self.given, "reason"]

    def get_readonly_fields(self, request, obj=None):
        return () if obj is None else self.given

    def save_model(self, request, obj, form, change):
        """The service has written it."""
