"""Pages of 多检合一: choose the lists, see what they share, make them one."""

from django.urls import reverse

from archives_enforcement.navigation import Crumb
from archives_enforcement.views import FormView
from inspections.forms.merging import ChoiceOfLists, FoldForm, MergeForm
from inspections.queries import merging as queries
from inspections.services import merging as services
from inspections.services.checklists import DRAFT
from inspections.views.checklist_items import ItemActView
from inspections.views.checklists import LIST_CRUMB


class MergeView(FormView):
    permission_required = DRAFT
    template_name = "inspections/checklist_merge.html"
    form_class = MergeForm
    success_message = "合并的清单草稿已经生成，请逐项核对，起草联席会议纪要，再提交采用。"
    extra_context = {"title": "合并清单（多检合一）", "submit_label": "合并成草稿"}

    @property
    def choice(self) -> ChoiceOfLists:
        return ChoiceOfLists(self.request.GET, lists=queries.lists_to_merge(self.request.user))

    def chosen(self) -> list:
        choice = self.choice
        return list(choice.cleaned_data["lists"].order_by("pk")) if choice.is_valid() else []

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"twins": queries.twins(self.chosen())}

    def get_context_data(self, **kwargs):
        back = reverse(LIST_CRUMB[1])
        return super().get_context_data(
            crumbs=[Crumb(LIST_CRUMB[0], back), Crumb("合并")],
            cancel_url=back,
            choice=self.choice,
            chosen=self.chosen(),
            **kwargs,
        )

    def perform(self, form):
        return services.merge(
            self.chosen(),
            actor=self.request.user,
            on=self.act_date(form),
            name=form.cleaned_data["name"],
            apart=form.apart,
        )

    def get_success_url(self):
        return self.result.get_absolute_url()


class FoldView(ItemActView):
    """Declare that two items are the same matter."""

    template_name = "inspections/checklist_act.html"
    form_class = FoldForm
    success_message = "已并为一项，只问一次。"

    @property
    def title(self) -> str:
        return f"把 {self.object.code} 并入另一项"

    def get_form_kwargs(self):
        others = self.checklist.items.exclude(pk=self.object.pk).order_by("position", "pk")
        return super().get_form_kwargs() | {"others": others}

    def get_context_data(self, **kwargs):
        return super().get_context_data(item=self.object, submit_label="并为一项", **kwargs)

    def perform(self, form):
        return services.fold(self.object, into=form.cleaned_data["into"], **self.who(form))
