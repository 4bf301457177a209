"""文书样式 for administrators: what is in force, a new version beside its sample, withdrawal."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html_join

from archives_enforcement.documents import kinds, samples, services, wording_rules
from archives_enforcement.documents import wording_versions as versions
from archives_enforcement.documents.forms.wordings import WordingForm
from archives_enforcement.documents.models import Wording

LIST = "admin:documents_wording_changelist"


@admin.register(Wording)
class WordingAdmin(admin.ModelAdmin):
    """A wording is never changed once saved: a new version is written for a day to come."""

    fields = ("kind", "version", "effective_from", "note", "text", "changes")
    readonly_fields = ("changes",)

    class Media:
        css = {"all": ["css/tokens.css", "css/wordings.css"]}

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        begun = obj is not None and obj.effective_from <= timezone.localdate()
        return not begun and super().has_delete_permission(request, obj)

    @admin.display(description="与上一版相比")
    def changes(self, wording):
        before = versions.before(wording)
        lines = versions.changes(before.text if before else "", wording.text)
        return format_html_join("", '<p class="change {}"><b>{}</b> {}</p>', marked(lines))

    def changelist_view(self, request, extra_context=None):
        """The kinds, phase by phase; with `kind` the versions of one."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        today, kind = timezone.localdate(), request.GET.get("kind")
        if kind in kinds.KINDS:
            rows = list(Wording.objects.filter(kind=kind).order_by("-version"))
            values = {"versions": rows, "standing": versions.standing_of(kind, rows, today)}
            return self._page(request, "versions", kinds.KINDS[kind].label, values)
        values = {"phases": versions.by_phase(today)}
        return self._page(request, "kinds", "文书样式", values)

    def add_view(self, request, form_url="", extra_context=None):
        """编写新版本: every button sends the whole form, and only the last one saves it."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        kind = request.GET.get("kind")
        if kind not in kinds.KINDS or wording_rules.is_laid_out_elsewhere(kind):
            return HttpResponseRedirect(reverse(LIST))
        last = versions.last_of(kind)
        form = WordingForm(request.POST or None, kind=kind, initial={"text": last.text})
        answer = self._answer(request, kind, form) if request.method == "POST" else None
        return answer or self._form_page(request, kind, form, last)

    def _answer(self, request, kind, form):
        """The PDF, or the way back once saved; None when the form is to be shown again."""
        text = form.sample_text()
        try:
            if "_pdf" in request.POST and text:
                pdf = services.specimen(kind, text, timezone.localdate())
                return HttpResponse(pdf, content_type="application/pdf")
            if "_save" in request.POST and form.is_valid():
                made = services.add_wording(
                    kind, actor=request.user, on=timezone.localdate(), **form.cleaned_data
                )
                messages.success(request, f"{made}已保存，从启用日期起用于新起草的文书。")
                return HttpResponseRedirect(f"{reverse(LIST)}?kind={kind}")
        except ValidationError as refusal:
            form.add_error(None, refusal)
        return None

    def _form_page(self, request, kind, form, last):
        text = form.sample_text() if form.is_bound else last.text
        values = {
            "form": form,
            "kind": kinds.KINDS[kind],
            "last": last,
            "fields": wording_rules.known_fields(kind).items(),
            "mandatory": wording_rules.mandatory_fields(kind),
            "content": samples.content(kind, text, timezone.localdate()) if text else None,
            "changes": marked(versions.changes(last.text, text)) if text else [],
        }
        title = f"编写新版本：{kinds.KINDS[kind].label} 第{last.version + 1}版"
        return self._page(request, "add", title, values)

    def _page(self, request, template, title, values):
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": title,
            "may_add": self.has_add_permission(request),
            **values,
        }
        return TemplateResponse(request, f"admin/documents/wording/{template}.html", context)

    def delete_view(self, request, object_id, extra_context=None):
        return super().delete_view(request, object_id, {"title": "撤回文书样式"})

    def delete_model(self, request, obj):
        services.withdraw_wording(obj, actor=request.user, on=timezone.localdate())


def marked(lines):
    """Each line with the name of its look in the style sheet."""
    looks = {"删": "out", "增": "in", "": "same"}
    return [(looks[sign], sign or "　", line) for sign, line in lines]
