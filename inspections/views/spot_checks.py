"""Pages of 自查实地抽查: what contradicts what, choosing, and the draw."""

from archives_enforcement.views import DetailView
from inspections.forms import spot_checks as forms
from inspections.queries import self_answers
from inspections.queries import spot_checks as queries
from inspections.services import spot_checks as services
from inspections.services.draws import SETTINGS
from inspections.views.self_acts import SelfActView
from inspections.views.self_inspection import ROUNDS, crumbs_of


class SpotView(DetailView):
    """How many may be visited, who contradicts what is known, who is chosen, which draws are."""

    permission_required = "inspections.view_selfinspection"
    template_name = "inspections/self_spot.html"
    queryset = ROUNDS

    def get_context_data(self, **kwargs):
        asked, user = self.object, self.request.user
        return super().get_context_data(
            asked=asked,
            crumbs=crumbs_of(asked, "实地抽查"),
            most=queries.most(asked),
            half=queries.most_chosen(asked),
            left=queries.left_to_draw(asked),
            candidates=self_answers.candidates(asked),
            draws=asked.spot_draws.select_related("draw"),
            may_choose=user.has_perm(services.RUN),
            **kwargs,
        )


class ChooseView(SelfActView):
    form_class = forms.ChooseForm
    title, success_message = "按矛盾选取", "已选取并列入计划，请安排检查。"
    explanation = "只能选取自查与检查记录有矛盾的单位，不超过抽查上限的一半；其余由随机抽取产生。"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"asked": self.object}

    def perform(self, form):
        chosen = {name: form.cleaned_data[name] for name in ("plan", "kind", "month", "checklist")}
        return services.choose(
            self.object, form.cleaned_data["reports"], **self.who(form), **chosen
        )


class SpotDrawView(SelfActView):
    permission_required = (services.RUN, "inspections.prepare_draw")
    form_class = forms.SpotDrawForm
    title, success_message = "准备随机抽取", "已准备，请核对名单后公示。"
    explanation = "名单是已经报送、没有按矛盾选取的单位；公示、抽取和采用与其他随机抽取一样办理。"

    def get_initial(self):
        left = queries.left_to_draw(self.object)
        return {"title": f"{self.object}实地抽查", "unit_count": left, "officer_count": 2}

    def perform(self, form):
        settings = {name: form.cleaned_data[name] for name in SETTINGS if name != "kinds"}
        return services.prepare_draw(self.object, **self.who(form), **settings)

    def get_success_url(self):
        return self.result.get_absolute_url()
