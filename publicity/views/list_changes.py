"""Acts on a list in force: its content has changed, or has not after all."""

from archives_enforcement.forms import ReasonForm
from publicity import list_guards
from publicity.forms.lists import ListChangeForm
from publicity.queries import lists as queries
from publicity.services import list_changes as services
from publicity.views.list_acts import ListActView


class ListChangeView(ListActView):
    form_class = ListChangeForm
    title = services.LABEL
    explanation = (
        "登记以后，起草新版本的最后一天列在综合人员的待办里；现行版本照旧公开，直到新版本公布。"
    )
    success_message = "已登记，请起草新版本。"

    def get_context_data(self, **kwargs):
        why = list_guards.not_to_be_noted(self.object) or ""
        return super().get_context_data(**({"why_not": why} | kwargs))

    def perform(self, form):
        told = {name: form.cleaned_data[name] for name in ("changed_on", "what")}
        return services.note(self.object, **self.by(form), **told)


class ListUnchangedView(ListActView):
    form_class = ReasonForm
    title = services.UNDO
    explanation = "经核对内容没有变化、登记有误的，撤销登记；期限随之撤销，原因记入过程记录。"
    success_message = "已撤销登记。"

    def get_context_data(self, **kwargs):
        noted = queries.change_noted(self.object)
        why = "" if noted else "这份清单没有登记内容变化。"
        return super().get_context_data(**({"why_not": why} | kwargs))

    def perform(self, form):
        return services.take_back(self.object, **self.by(form), note=form.cleaned_data["note"])
