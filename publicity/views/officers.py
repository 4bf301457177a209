"""事中公示: the officer's own code, the page it leads to, and the photo that belongs to it."""

import segno
from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.safestring import SafeString
from django.utils.timezone import localdate
from django.views import generic
from django.views.decorators.cache import never_cache

from archives_enforcement.accounts.models import Certificate
from archives_enforcement.files import store
from archives_enforcement.forms import ActForm
from archives_enforcement.navigation import Crumb
from archives_enforcement.views import ActView, DetailView
from inspections.models import Inspection
from publicity import officer_codes
from publicity.services import officers as services


class OfficerCodeView(DetailView):
    """What an officer shows on his phone at the unit's door."""

    permission_required = "inspections.record_inspection"
    template_name = "publicity/officer_code.html"
    queryset = Inspection.objects.select_related("unit__party", "bureau")
    context_object_name = "visit"

    def get_context_data(self, **kwargs):
        visit, user, today = self.object, self.request.user, localdate()
        context = super().get_context_data(
            why_not=officer_codes.refusal(visit, user, today),
            crumbs=[Crumb("检查", visit.get_absolute_url()), Crumb("我的执法码")],
            nav="inspections:inspection-list",
            **kwargs,
        )
        if not context["why_not"]:
            code = officer_codes.make(visit, user, today)
            link = self.request.build_absolute_uri(reverse("officer:code", args=[code]))
            picture = segno.make_qr(link).svg_inline(omitsize=True, svgclass=None, lineclass=None)
            context |= {
                "certificate": officer_codes.certificate_of(user, today),
                "link": link,
                "picture": SafeString(picture),
            }
        return context


@method_decorator([login_not_required, never_cache], name="dispatch")
class CodeView(generic.TemplateView):
    """Where the QR code leads: anybody may ask; whoever is signed in is told about his own unit."""

    template_name = "publicity/officer_verdict.html"

    def get_context_data(self, **kwargs):
        code = self.kwargs["code"]
        answer = officer_codes.read(code, self.request.user)
        return super().get_context_data(answer=answer, code=code, today=localdate())


@method_decorator([login_not_required, never_cache], name="dispatch")
class CodePhotoView(generic.View):
    """The photo, to whoever holds a code that holds."""

    def get(self, request, code):
        certificate = officer_codes.read(code, request.user).certificate
        photo = getattr(certificate, "photo", None)
        if photo is None:
            raise Http404
        content = store.get(photo.sha256)
        kind = "png" if content.startswith(b"\x89PNG") else "jpeg"
        return HttpResponse(content, content_type=f"image/{kind}")


class PhotoForm(ActForm):
    photo = forms.FileField(
        label="照片",
        help_text="证件上的免冠照片，JPG 或者 PNG。",
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png"}),
    )


class OfficerPhotoView(ActView):
    permission_required = services.KEEP
    template_name = "publicity/list_act.html"
    queryset = Certificate.objects.select_related("user__bureau")
    form_class = PhotoForm
    success_message = "照片已保存，扫执法码的人可以看到。"

    def get_context_data(self, **kwargs):
        home = reverse("accounts:officer-list")
        context = {
            "title": f"上传{self.object.user}的照片",
            "submit_label": "保存照片",
            "explanation": "被检查单位扫执法人员的执法码时，照片和证件编号一起显示，便于核对。",
            "crumbs": [Crumb("执法人员", home), Crumb("照片")],
            "cancel_url": home,
            "nav": "accounts:officer-list",
        }
        return super().get_context_data(**(context | kwargs))

    def perform(self, form):
        upload = form.cleaned_data["photo"]
        return services.keep_photo(
            self.object, actor=self.request.user, on=self.act_date(form), upload=upload
        )

    def get_success_url(self):
        return reverse("accounts:officer-list")
