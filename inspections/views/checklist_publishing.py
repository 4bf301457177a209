"""Pages on which a checklist is published, and withdrawn when that was a mistake."""

from archives_enforcement.forms import WithdrawForm
from inspections.forms.urgent import PublishListForm
from inspections.models import Checklist, ListPublication
from inspections.services import publishing
from inspections.views.checklist_acts import ChecklistActView


class ListPublishView(ChecklistActView):
    """公布: the list can be read by everybody; one that came with the system by each bureau."""

    to_act = False
    permission_required = publishing.PUBLISH
    form_class = PublishListForm
    title = "公布清单"
    success_message = "清单已公布。"
    consequences = (
        "检查内容、适用对象和依据向社会公开；公布有误的，写明理由撤回。各单位的检查结果另按“执法公示”逐件公示。",
    )

    def perform(self, form):
        data = form.cleaned_data
        return publishing.publish_list(
            self.object,
            published_on=data["published_on"],
            place=data["place"],
            **self.who(form),
        )

    def get_success_url(self):
        return self.object.get_absolute_url()


class ListWithdrawView(ChecklistActView):
    permission_required = publishing.PUBLISH
    queryset = ListPublication.objects.standing().select_related(
        "bureau", "checklist__bureau", "checklist__drafted_by", "checklist__based_on"
    )
    form_class = WithdrawForm
    title = "撤回公布"
    success_message = "已撤回，理由已公开。"
    consequences = (
        "公开页面不再显示清单，只显示撤回的日期和理由；从今天起不能据以检查企业。",
        "清单本身不变：内容有错的，编制新版本后另行公布；内容没有错的，可以重新公布。",
    )

    @property
    def checklist(self) -> Checklist:
        return self.object.checklist

    def perform(self, form):
        return publishing.withdraw_list(
            self.object, reason=form.cleaned_data["reason"], **self.who(form)
        )

    def get_success_url(self):
        return self.checklist.get_absolute_url()
