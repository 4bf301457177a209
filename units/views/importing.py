"""Pages that import a list of units: the template, the file, and what would change."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header

from archives_enforcement import views
from archives_enforcement.files import checks, store
from archives_enforcement.workflow import Refused
from units import services, spreadsheet
from units.forms import register as forms

KEPT = "unit_import"  # session key: digest and name of the list that waits for confirmation


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
