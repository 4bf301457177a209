"""Looking through and correcting the library in the admin pages."""

from django.contrib import admin

from archives_enforcement.legislation.models import Article, Law, LawVersion


class KeepsEdits(admin.ModelAdmin):
    """Marks what a person has changed, so that loading the committed data leaves it alone.

    The fields by which the committed data finds a row cannot change once it exists.
    """

    key_fields: tuple[str, ...] = ()

    def save_model(self, request, obj, form, change):
        """Save the record as edited by a person."""
        obj.edited = True
        super().save_model(request, obj, form, change)

    def get_readonly_fields(self, request, obj=None):
        """Freeze the key once the record exists."""
        fields = super().get_readonly_fields(request, obj)
        return [*fields, *(self.key_fields if obj else ())]


@admin.register(Law)
class LawAdmin(KeepsEdits):
    """Laws, by title, number or issuer."""

    key_fields = ("code",)
    list_display = ["title", "short_title", "level", "issuer", "document_number"]
    list_filter = ["level"]
    search_fields = ["code", "title", "short_title", "document_number", "issuer"]


@admin.register(LawVersion)
class LawVersionAdmin(KeepsEdits):
    """Versions, with their validity and how far they were checked."""

    key_fields = ("law", "effective_from")
    list_display = ["law", "label", "effective_from", "effective_to", "mark", "full_text_imported"]
    list_filter = ["mark", "full_text_imported", "law__level"]
    list_select_related = ["law"]
    search_fields = ["law__title", "law__short_title", "label", "remark"]
    readonly_fields = ["full_text_imported"]
    autocomplete_fields = ["law"]


@admin.register(Article)
class ArticleAdmin(KeepsEdits):
    """Articles, by label, subject or wording."""

    key_fields = ("version", "number")
    list_display = ["law_title", "label", "heading", "summary", "mark"]
    list_filter = ["mark", "version__law"]
    list_select_related = ["version__law"]
    search_fields = ["label", "heading", "summary", "text", "version__law__title"]
    autocomplete_fields = ["version", "successors"]
    readonly_fields = ["label"]

    @admin.display(description="法律法规", ordering="version__law__title")
    def law_title(self, article):
        """Return the title of the law the article belongs to."""
        return article.version.law.title
