"""Looking through and correcting the library in the admin pages."""

from django import forms
from django.contrib import admin
from django.utils import timezone

from archives_enforcement.audit.admin import Recorded
from archives_enforcement.forms import AdministrationForm
from archives_enforcement.legislation import local
from archives_enforcement.legislation.models import Article, Law, LawVersion, Mark


class KeepsEdits(Recorded):
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


class LocalArticleForm(AdministrationForm):
    """An article of local law; the texts of the state come with the committed files."""

    title = forms.CharField(label="法规规章名称", max_length=200)
    level = forms.ChoiceField(
        label="效力级别",
        choices=[
            (level.value, level.label)
            for level in (Law.Level.LOCAL_REGULATION, Law.Level.LOCAL_RULE)
        ],
    )
    issuer = forms.CharField(label="制定机关", max_length=100)
    article = forms.IntegerField(label="条", min_value=1, max_value=9999)
    summary = forms.CharField(
        label="要点", widget=forms.Textarea(attrs={"rows": 3}), help_text="自行归纳，不是条文原文。"
    )
    effective_from = forms.DateField(label="施行日期")
    effective_to = forms.DateField(label="失效前最后一日", required=False)
    source = forms.CharField(label="来源", max_length=300, help_text="从哪里核对的文本")
    mark = forms.ChoiceField(label="核对程度", choices=Mark)

    class Meta:
        model = Article
        fields = ()

    def perform(self, data):
        return local.enter_article(actor=self.actor, on=timezone.localdate(), **data)


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

    def get_form(self, request, obj=None, **kwargs):
        """Only an article of local law is added."""
        if obj is not None:
            return super().get_form(request, obj, **kwargs)
        made = super().get_form(request, obj, form=LocalArticleForm, **kwargs)
        made.actor = request.user
        return made

    def get_fields(self, request, obj=None):
        """Name the text before the article that is added from it."""
        return super().get_fields(request, obj) if obj else [*LocalArticleForm.declared_fields]

    def get_readonly_fields(self, request, obj=None):
        """Ask for everything of a new one."""
        return super().get_readonly_fields(request, obj) if obj else ()

    def log_addition(self, request, obj, message):
        """Leave the entry to the service."""
        return admin.ModelAdmin.log_addition(self, request, obj, message)

    def save_model(self, request, obj, form, change):
        """Leave a new article as the service has written it."""
        if change:
            super().save_model(request, obj, form, change)
