"""Pages of the register of units."""

import django_filters
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header

from archives_enforcement import views
from archives_enforcement.accounts.models import Party
from archives_enforcement.documents import drafting
from archives_enforcement.documents.queries import documents_to
from archives_enforcement.files import checks, store
from archives_enforcement.navigation import Crumb
from archives_enforcement.workflow import Refused
from units import forms, queries, services, spreadsheet
from units.models import Unit

READ_PAPERS = "documents.view_document"
KEPT = "unit_import"  # session key: digest and name of the list that waits for confirmation


class UnitFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(label="名称、简称、拼音首字母或信用代码", method="search")
    kind = django_filters.ChoiceFilter(
        label="性质", field_name="party__kind", choices=Party.Kind.choices
    )
    key = django_filters.BooleanFilter(label="重点监控", field_name="is_key_monitored")

    class Meta:
        model = Unit
        fields = ()

    def search(self, rows, name, value):
        return queries.matching(rows, value)


class UnitListView(views.ListView):
    permission_required = "units.view_unit"
    queryset = Unit.objects.select_related("party").order_by("party__name")
    filterset_class = UnitFilter


class UnitDetailView(views.DetailView):
    permission_required = "units.view_unit"
    queryset = Unit.objects.select_related("party", "parent__party")

    def get_context_data(self, **kwargs):
        user = self.request.user
        inspections = self.object.inspections.visible_to(user)
        return super().get_context_data(
            crumbs=[Crumb("被检查单位", reverse("units:unit-list")), Crumb(str(self.object))],
            acts=[
                *drafting.offer("unit", self.object, user),
                *drafting.offer_entry(user, self.object.party),
            ],
            documents=documents_to(self.object.party, user) if user.has_perm(READ_PAPERS) else None,
            inspections=inspections.order_by("-scheduled_on")[:20],
            contacts=self.object.party.grants.valid_on(timezone.localdate()).select_related("user"),
            **kwargs,
        )


class UnitCreateView(views.FormView):
    permission_required = "units.manage_unit"
    form_class = forms.UnitForm
    template_name = "units/unit_form.html"
    success_message = "已登记。"

    def perform(self, form):
        user = self.request.user
        return services.register(
            bureau=user.bureau, actor=user, on=timezone.localdate(), **form.cleaned_data
        )

    def get_success_url(self):
        return self.result.get_absolute_url()


class TemplateDownloadView(views.Permitted, views.generic.View):
    permission_required = "units.import_units"

    def get(self, request):
        response = HttpResponse(
            spreadsheet.template(), content_type=checks.OFFICE + "spreadsheetml.sheet"
        )
        response["Content-Disposition"] = content_disposition_header(True, "单位导入模板.xlsx")
        return response


class ImportView(views.FormView):
    """First page of an import: choose the file; it is kept until it is confirmed."""

    permission_required = "units.import_units"
    form_class = forms.UploadForm
    template_name = "units/unit_import.html"

    def perform(self, form):
        upload = form.cleaned_data["file"]
        if upload.size > checks.LIMIT:
            raise Refused("文件超过 20 MB，没有读取。请分成几个文件导入。")
        content = upload.read()
        spreadsheet.read(upload.name, content)
        self.request.session[KEPT] = {"sha256": store.put(content), "name": upload.name}

    def get_success_url(self):
        return reverse("units:unit-import-preview")


class ImportPreviewView(views.FormView):
    """Second page: what would change; confirmed whole or not at all."""

    permission_required = "units.import_units"
    form_class = forms.ConfirmImportForm
    template_name = "units/unit_import_preview.html"

    def dispatch(self, request, *args, **kwargs):
        if self.has_permission() and KEPT not in request.session:
            messages.info(request, "请先选择要导入的文件。")
            return HttpResponseRedirect(reverse("units:unit-import"))
        return super().dispatch(request, *args, **kwargs)

    def rows(self):
        kept = self.request.session[KEPT]
        return spreadsheet.read(kept["name"], store.get(kept["sha256"]))

    def get_context_data(self, **kwargs):
        preview = services.preview(self.rows(), bureau=self.request.user.bureau)
        return super().get_context_data(
            preview=preview, name=self.request.session[KEPT]["name"], **kwargs
        )

    def perform(self, form):
        user = self.request.user
        found = services.import_units(
            self.rows(), bureau=user.bureau, actor=user, on=timezone.localdate()
        )
        del self.request.session[KEPT]
        return found

    def get_success_message(self):
        return f"已导入：新增 {len(self.result.created)} 个，更新 {len(self.result.updated)} 个。"

    def get_success_url(self):
        return reverse("units:unit-list")
