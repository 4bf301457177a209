"""Pages on which the items of a list are written, one at a time."""

from django.utils import timezone

from archives_enforcement.forms import ActForm
from archives_enforcement.views import ActView
from inspections import bases
from inspections.forms.checklists import ItemForm
from inspections.models import Checklist, ChecklistItem
from inspections.queries import checklists as queries
from inspections.services import checklist_items as services
from inspections.services.checklists import DRAFT
from inspections.views.checklists import crumbs_of

CLOSED = "清单已经提交或者采用，事项不能再改；要修改的，请机关负责人退回，或者编制新版本。"


class ItemActView(ActView):
    """An act on an item of a draft."""

    permission_required = DRAFT
    template_name = "inspections/checklist_item_form.html"
    queryset = ChecklistItem.objects.select_related("checklist__bureau", "condition")
    form_class = ItemForm
    title = ""

    @property
    def checklist(self) -> Checklist:
        return self.object.checklist

    def get_context_data(self, **kwargs):
        checklist = self.checklist
        items = list(queries.items_of(checklist))
        return super().get_context_data(
            **{
                "title": self.title,
                "checklist": checklist,
                "crumbs": crumbs_of(checklist, self.title),
                "cancel_url": self.get_success_url(),
                "why_not": "" if checklist.state == Checklist.State.DRAFT else CLOSED,
                "areas": queries.areas_of(items),
                "articles": bases.in_force(timezone.localdate()),
                **kwargs,
            }
        )

    def who(self, form) -> dict:
        return {"actor": self.request.user, "on": self.act_date(form)}

    def get_success_url(self):
        return self.checklist.get_absolute_url()


class ItemAddView(ItemActView):
    queryset = Checklist.objects.select_related("bureau")
    title = "添加事项"
    success_message = "事项已添加。"

    @property
    def checklist(self) -> Checklist:
        return self.object

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"checklist": self.object}

    def get_initial(self):
        return {"area": self.request.GET.get("area", ""), "severity": "B"}

    def perform(self, form):
        return services.add_item(self.object, **form.values, **self.who(form))


class ItemEditView(ItemActView):
    success_message = "事项已修改。"

    @property
    def title(self) -> str:
        return f"修改 {self.object.code}"

    def get_form_kwargs(self):
        own = {"checklist": self.object.checklist, "item": self.object}
        return super().get_form_kwargs() | own

    def get_initial(self):
        return ItemForm.written(self.object)

    def perform(self, form):
        return services.revise_item(self.object, **form.values, **self.who(form))

    def get_success_url(self):
        return f"{self.checklist.get_absolute_url()}#item-{self.object.pk}"


class ItemRemoveView(ItemActView):
    template_name = "inspections/checklist_act.html"
    form_class = ActForm
    success_message = "事项已删去。"

    @property
    def title(self) -> str:
        return f"删去 {self.object.code}"

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            item=self.object,
            submit_label="删去",
            consequences=("这一项从草稿中删去；已采用的版本不受影响。",),
            **kwargs,
        )

    def perform(self, form):
        return services.remove_item(self.object, **self.who(form))
