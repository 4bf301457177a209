"""查看反映人: a reason is typed, the answer stands on this one page, and nothing keeps it."""

from django.core.exceptions import ValidationError

from archives_enforcement.views import ActView
from inspections.forms.tip_acts import RevealForm
from inspections.models.tips import SEE_REPORTER
from inspections.queries.reporters import looks_at, reporter_of
from inspections.services import reporters

NOT_YOURS = "反映人的身份只有登记答复的人员和承办人可以查看。"
NOBODY = "反映人没有留下姓名和联系方式。"


class RevealPage(ActView):
    """The page of one record; `crumbs` are the subclass's."""

    permission_required = (SEE_REPORTER, "inspections.view_tip")
    template_name = "inspections/reporter.html"
    form_class = RevealForm

    def dispatch(self, request, *args, **kwargs):
        response = super().dispatch(request, *args, **kwargs)
        response.headers["Cache-Control"] = "no-store"
        return response

    def why_not(self) -> str:
        if not self.object.shows_reporter_to(self.request.user):
            return NOT_YOURS
        return "" if reporter_of(self.object) else NOBODY

    def form_valid(self, form):
        try:
            identity = reporters.reveal(
                self.object, actor=self.request.user, reason=form.cleaned_data["reason"]
            )
        except ValidationError as refusal:
            form.add_error(None, refusal)
            return self.form_invalid(form)
        return self.render_to_response(self.get_context_data(form=form, identity=identity))

    def get_context_data(self, **kwargs):
        context = {
            "title": "查看反映人",
            "crumbs": self.crumbs(),
            "why_not": self.why_not(),
            "looks": looks_at(self.object, self.request.user),
            "submit_label": "记入并查看",
            "cancel_url": self.object.get_absolute_url(),
        }
        return super().get_context_data(**(context | kwargs))
