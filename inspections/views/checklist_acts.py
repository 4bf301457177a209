"""Pages of the acts on a checklist, from its draft to its adoption."""

from django.utils import timezone

from archives_enforcement.forms import ActForm, ReasonForm
from archives_enforcement.views import ActView
from inspections.forms.checklists import AdoptForm, RenameForm, TakeForm, VersionForm
from inspections.models import Checklist
from inspections.queries import checklist_differences
from inspections.queries import checklists as queries
from inspections.services import adopting
from inspections.services import checklists as services
from inspections.views.checklists import crumbs_of


class ChecklistActView(ActView):
    """An act on a list: the page names it, one service does it."""

    permission_required = services.DRAFT
    template_name = "inspections/checklist_act.html"
    queryset = Checklist.objects.select_related("bureau", "drafted_by", "based_on")
    form_class = ActForm
    title = ""
    explanation = ""
    consequences = ()

    def get_context_data(self, **kwargs):
        context = {
            "title": self.title,
            "checklist": self.checklist,
            "crumbs": crumbs_of(self.checklist, self.title),
            "cancel_url": self.checklist.get_absolute_url(),
            "submit_label": self.title,
            "explanation": self.explanation,
            "consequences": self.consequences,
            "differences": checklist_differences.differences(self.checklist),
        }
        return super().get_context_data(**(context | kwargs))

    @property
    def checklist(self) -> Checklist:
        return self.object

    def who(self, form) -> dict:
        return {"actor": self.request.user, "on": self.act_date(form)}


class CopyView(ChecklistActView):
    """A new draft from a list that the user may read, though not change."""

    to_act = False

    def get_initial(self):
        return {"name": queries.proposed_name(self.object, self.request.user.bureau)}

    def get_success_url(self):
        return self.result.get_absolute_url()


class VersionDraftView(CopyView):
    form_class = VersionForm
    title = "编制新版本"
    success_message = "草稿已经生成，请逐项修改，再提交采用。"
    explanation = "全部事项复制到新的草稿，逐项修改；采用以后代替原版本，已经进行的检查仍用原版本。"

    def perform(self, form):
        name = form.cleaned_data["name"]
        return services.draft_version(self.object, name=name, **self.who(form))


class ListDraftView(CopyView):
    form_class = TakeForm
    title = "取部分领域另编一份"
    success_message = "草稿已经生成，请逐项核对，再提交采用。"
    explanation = "用于电子档案、信息安全等专项检查：只取需要的领域，与原清单并行，互不影响。"

    def get_initial(self):
        return {}

    def get_form_kwargs(self):
        areas = [area.title for area in queries.areas_of(queries.items_of(self.object))]
        return super().get_form_kwargs() | {"areas": areas}

    def perform(self, form):
        chosen = {name: form.cleaned_data[name] for name in ("name", "areas")}
        return services.draft_list(self.object, **chosen, **self.who(form))


class RenameView(ChecklistActView):
    form_class = RenameForm
    title = "修改名称"
    success_message = "名称已修改。"

    def get_initial(self):
        return {"name": self.object.name, "source": self.object.source}

    def perform(self, form):
        words = {name: form.cleaned_data[name] for name in ("name", "source")}
        return services.rename(self.object, **words, **self.who(form))


class SubmitView(ChecklistActView):
    title = "提交采用"
    success_message = "已提交，等待机关负责人采用。"
    explanation = "提交后不能再改，需要修改的由机关负责人退回。"

    def perform(self, form):
        return services.submit(self.object, **self.who(form))


class ReturnView(ChecklistActView):
    permission_required = adopting.ADOPT
    form_class = ReasonForm
    title = "退回修改"
    success_message = "已退回起草人。"

    def perform(self, form):
        note = form.cleaned_data["note"]
        return services.return_checklist(self.object, note=note, **self.who(form))


class DiscardView(ChecklistActView):
    title = "放弃草稿"
    success_message = "草稿已放弃。"
    consequences = ("草稿不再列出，不能恢复；已采用的版本不受影响。",)

    def perform(self, form):
        return services.discard(self.object, **self.who(form))

    def get_success_url(self):
        return crumbs_of(self.object)[0].url


class AdoptView(ChecklistActView):
    permission_required = adopting.ADOPT
    form_class = AdoptForm
    title = "采用"

    def get_initial(self):
        return {"valid_from": timezone.localdate()}

    def get_context_data(self, **kwargs):
        return super().get_context_data(consequences=self.what_follows(), **kwargs)

    def what_follows(self) -> list[str]:
        found = ["采用后清单的内容不能再改；要修改的，编制新版本。"]
        today = timezone.localdate()
        found += [
            f"本机关使用“{before}”到启用日期的前一天为止。"
            for before in queries.replaced_by(self.object, today)
        ]
        count = queries.arranged_on(self.object, today).count()
        if count:
            found.append(
                f"已安排还没有开始的检查有 {count} 次，其中启用日期以后的改用新版本；"
                "已经开始和结束的检查仍用原版本。"
            )
        return found

    def perform(self, form):
        chosen = {name: form.cleaned_data[name] for name in ("valid_from", "minutes")}
        return adopting.adopt(self.object, **chosen, **self.who(form))

    def get_success_message(self):
        return f"“{self.result}”已采用。"
