"""Acts on a public list: edit, fill, approve, publish, withdraw."""

from django.urls import reverse
from django.utils.timezone import localdate

from archives_enforcement.files import checks
from archives_enforcement.forms import ActForm, PageForm, ReasonForm
from archives_enforcement.navigation import Crumb
from archives_enforcement.views import ActView
from archives_enforcement.workflow import Refused
from publicity import sheets
from publicity.forms import lists as forms
from publicity.models import PublicList
from publicity.services import lists as services
from publicity.views.lists import LISTS, crumbs_of

MOST_CELLS = 900  # that one page can send back


class ListActView(ActView):
    """An act on one version: the page names it, one service does it."""

    permission_required = services.DRAFT
    template_name = "publicity/list_act.html"
    queryset = LISTS
    form_class = ActForm
    title = submit_label = explanation = ""
    consequences = ()
    writes = False  # into the draft
    shows_content = False

    def get_context_data(self, **kwargs):
        row = self.object
        context = {
            "title": self.title,
            "record": row,
            "submit_label": self.submit_label or self.title,
            "explanation": self.explanation,
            "consequences": self.consequences,
            "shows_content": self.shows_content,
            "crumbs": crumbs_of(Crumb(str(row), row.get_absolute_url()), Crumb(self.title)),
            "cancel_url": row.get_absolute_url(),
            "why_not": self.closed if self.writes else "",
            "nav": "publicity:list-index",
        }
        return super().get_context_data(**(context | kwargs))

    @property
    def closed(self) -> str:
        if self.object.state == PublicList.State.DRAFT:
            return ""
        state = self.object.get_state_display()
        return f"这个版本的状态是“{state}”，内容不再改动；要修改的，请起草新版本。"

    def by(self, form) -> dict:
        return {"actor": self.request.user, "on": self.act_date(form)}


class ListEditView(ListActView):
    template_name = "publicity/list_edit.html"
    form_class = forms.ListRowsForm
    title, submit_label = "修改内容", "保存"
    success_message = "内容已保存。"
    writes = True

    @property
    def closed(self) -> str:
        cells = len(self.object.rows) * len(self.object.about.columns)
        if cells > MOST_CELLS:
            return f"这份清单有 {len(self.object.rows)} 行，请导出 Excel，修改后再导入。"
        return super().closed

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"row": self.object}

    def get_initial(self):
        return {"source": self.object.source}

    def perform(self, form):
        source = form.cleaned_data["source"]
        return services.write(self.object, **self.by(form), rows=form.typed, source=source)


class ListImportView(ListActView):
    form_class = forms.ListFileForm
    title, submit_label = "从 Excel 导入", "导入"
    explanation = "先导出这份清单，在导出的文件里修改。只要有一处不合格，就什么也不写入。"
    success_message = "已导入，请核对内容。"
    writes = True

    def get_initial(self):
        return {"source": self.object.source}

    def perform(self, form):
        upload = form.cleaned_data["file"]
        if upload.size > checks.LIMIT:
            raise Refused("文件超过 20 MB，没有读取。")
        rows = sheets.rows_from(self.object.kind, upload.read())
        source = form.cleaned_data["source"]
        return services.write(
            self.object, **self.by(form), rows=rows, source=source, how="从 Excel 导入"
        )


class ListRegisterView(ListActView):
    title = "按登记更新"
    explanation = "按今天有效的执法证件重新生成名录。"
    success_message = "名录已按登记更新。"
    writes = True

    def perform(self, form):
        return services.read_register(self.object, **self.by(form))


class ListApproveView(ListActView):
    permission_required = services.APPROVE
    shows_content = True
    title = "批准公开"
    explanation = "请核对内容准确，不涉及国家秘密、工作秘密、商业秘密和个人隐私。"
    success_message = "已批准，可以公布。"

    def perform(self, form):
        return services.approve(self.object, **self.by(form))


class ListReturnView(ListActView):
    permission_required = services.APPROVE
    form_class = ReasonForm
    title = "退回修改"
    success_message = "已退回。"

    def perform(self, form):
        note = form.cleaned_data["note"]
        return services.return_list(self.object, **self.by(form), note=note)


class ListPublishView(ListActView):
    permission_required = services.PUBLISH
    form_class = PageForm
    shows_content = True
    title = "公布"
    success_message = "已公布，任何人都可以看到。"
    consequences = (
        "任何人不用登录都能看到这份清单",
        "公布后内容不能修改，只能出新版本",
        "现行版本同时停用",
    )

    def perform(self, form):
        return services.publish(self.object, actor=self.request.user, on=localdate())


class ListWithdrawView(ListActView):
    permission_required = services.PUBLISH
    form_class = forms.ListWithdrawForm
    title = "撤下"
    success_message = "已撤下，理由已公开。"
    consequences = ("公开页面不再显示内容，只显示撤下的日期和理由",)

    def perform(self, form):
        reason = form.cleaned_data["reason"]
        return services.withdraw(
            self.object, actor=self.request.user, on=localdate(), reason=reason
        )


class ListDiscardView(ListActView):
    title = "放弃"
    explanation = "放弃后这个版本不再公布，需要时重新起草。"
    success_message = "已放弃。"

    def perform(self, form):
        return services.discard(self.object, **self.by(form))

    def get_success_url(self):
        return reverse("publicity:list-index")
