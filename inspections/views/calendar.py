"""Pages beside the calendar: the usual half-days, and who is away."""

from django.urls import reverse
from django.utils import timezone

from archives_enforcement.exporting import Exported
from archives_enforcement.forms import ActForm
from archives_enforcement.navigation import Crumb
from archives_enforcement.views import ActView, FormView, ListView
from inspections.forms.coverage import UsualTimeForm
from inspections.forms.leave import LeaveForm
from inspections.models import Leave
from inspections.queries.usual import usual
from inspections.services import coverage, leave

CALENDAR = ("检查日历", "inspections:calendar")
LEAVES = "inspections:calendar-leaves"


def crumbs_of(*more: Crumb) -> list[Crumb]:
    return [Crumb(CALENDAR[0], reverse(CALENDAR[1])), *more]


class UsualTimeView(FormView):
    """固定检查时间 as they were and are, and what they shall be."""

    permission_required = coverage.SET
    template_name = "inspections/usual_time_form.html"
    form_class = UsualTimeForm
    success_message = "固定检查时间已设定。"

    def get_initial(self):
        now = usual(self.request.user.bureau_id).on(timezone.localdate())
        return {"half_days": now.half_days, "effective_from": timezone.localdate()}

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            title="固定检查时间",
            crumbs=crumbs_of(Crumb("固定检查时间")),
            times=usual(self.request.user.bureau_id).rows,
            cancel_url=reverse(CALENDAR[1]),
            **kwargs,
        )

    def perform(self, form):
        chosen = {name: form.cleaned_data[name] for name in UsualTimeForm.STATED}
        return coverage.set_usual_times(actor=self.request.user, on=self.act_date(form), **chosen)

    def get_success_url(self):
        return reverse(CALENDAR[1])


class LeaveListView(Exported, ListView):
    permission_required = "accounts.view_officer"
    template_name = "inspections/leave_list.html"
    queryset = Leave.objects.select_related("officer", "entered_by")
    sheet_title = "请假"
    sheet_columns = (("执法人员", 14), ("日期", 34), ("原因", 34), ("登记", 14), ("撤销日期", 12))

    def sheet_line(self, row):
        return str(row.officer), row.in_words, row.reason, str(row.entered_by), row.cancelled_on

    def get_context_data(self, **kwargs):
        may_keep = self.request.user.has_perm(leave.KEEP)
        url = reverse("inspections:calendar-leave-create")
        actions = [{"label": "登记请假", "url": url, "icon": "plus", "primary": True}]
        return super().get_context_data(
            crumbs=crumbs_of(Crumb("请假")),
            may_keep=may_keep,
            actions=actions if may_keep else [],
            **kwargs,
        )


class LeavePage:
    """What the acts on leave share."""

    permission_required = leave.KEEP
    template_name = "components/form_page.html"
    title = ""

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            title=self.title,
            crumbs=crumbs_of(Crumb("请假", reverse(LEAVES)), Crumb(self.title)),
            submit_label=self.title,
            cancel_url=reverse(LEAVES),
            **kwargs,
        )

    def get_success_url(self):
        return reverse(LEAVES)


class LeaveCreateView(LeavePage, FormView):
    form_class = LeaveForm
    title, success_message = "登记请假", "请假已登记，安排检查和确定检查组时会提醒。"

    def perform(self, form):
        chosen = {
            name: form.cleaned_data[name] for name in ("officer", "first_day", "last_day", "reason")
        }
        return leave.record_leave(actor=self.request.user, on=self.act_date(form), **chosen)


class LeaveCancelView(LeavePage, ActView):
    queryset = Leave.objects.select_related("officer")
    form_class = ActForm
    title, success_message = "撤销请假", "请假已撤销。"

    def get_context_data(self, **kwargs):
        return super().get_context_data(number=f"{self.object}（{self.object.reason}）", **kwargs)

    def perform(self, form):
        return leave.cancel_leave(self.object, actor=self.request.user, on=self.act_date(form))
