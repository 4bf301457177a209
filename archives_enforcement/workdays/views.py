"""为什么是这一天: one clock, the clocks of one record, and the acts that move a last day."""

from django.apps import apps
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.forms import ReasonForm
from archives_enforcement.navigation import Crumb, PageAct
from archives_enforcement.views import ActView, DetailView, ListView, layout_for
from archives_enforcement.workdays import calendar, forms, queries, services
from archives_enforcement.workdays.limits import find
from archives_enforcement.workdays.models import Deadline, Exclusion, Extension
from archives_enforcement.workdays.workflow import APPROVE, why_never

VIEW = "workdays.view_deadline"
EXCLUDE, ASK = "workdays.record_exclusion", "workdays.ask_extension"
CLOCKS = Deadline.objects.select_related("content_type", "party", "bureau")


def why_page(deadline: Deadline, *more: str) -> list[Crumb]:
    own = Crumb(deadline.name, deadline.get_absolute_url() if more else "")
    return [Crumb("期限"), own, *(Crumb(label) for label in more)]


class DeadlineDetailView(DetailView):
    """Article, start and its record, every day counted or left out, and how the day moved."""

    permission_required = VIEW
    template_name = "workdays/deadline_detail.html"
    queryset = CLOCKS.prefetch_related(
        "exclusions__recorded_by", "extensions__asked_by", "extensions__decided_by"
    )

    def get_context_data(self, **kwargs):
        deadline, user = self.object, self.request.user
        limit = find(deadline.code, deadline.trigger_on)
        return super().get_context_data(
            layout=layout_for(user),
            crumbs=why_page(deadline),
            limit=limit,
            start=queries.start_of(deadline, user),
            stretches=queries.sum_of(deadline, calendar.load()),
            overlap=queries.overlap_of(deadline),
            acts=self.acts(),
            own=user.bureau_id == deadline.bureau_id,
            **kwargs,
        )

    def acts(self) -> list[PageAct]:
        deadline, user = self.object, self.request.user
        if user.bureau_id != deadline.bureau_id:
            return []
        found = [
            PageAct(label, "" if why else reverse(f"workdays:{page}", args=[deadline.pk]), why=why)
            for label, page, permission, why in (
                ("登记扣除期间", "deadline-exclude", EXCLUDE, services.why_not_excluded(deadline)),
                ("申请延长", "deadline-extend", ASK, why_never(deadline)),
            )
            if user.has_perm(permission)
        ]
        waiting = [row for row in deadline.extensions.all() if row.state == Extension.State.ASKED]
        for row in waiting if user.has_perm(APPROVE) else ():
            found += [
                PageAct("批准延长", reverse("workdays:extension-approve", args=[row.pk]), True),
                PageAct("不批准延长", reverse("workdays:extension-refuse", args=[row.pk])),
            ]
        return found


class RecordClocksView(ListView):
    """Every clock that runs or ran on one record."""

    permission_required = VIEW
    template_name = "workdays/record_clocks.html"
    queryset = CLOCKS.order_by("due_on", "pk")

    def get_queryset(self):
        try:
            model = apps.get_model(self.kwargs["kind"])
        except (LookupError, ValueError):
            raise Http404 from None
        rows = (
            super()
            .get_queryset()
            .filter(
                content_type__app_label=model._meta.app_label,
                content_type__model=model._meta.model_name,
                object_id=self.kwargs["pk"],
            )
        )
        if not rows:
            raise Http404
        return rows

    def get_context_data(self, **kwargs):
        user = self.request.user
        return super().get_context_data(
            layout=layout_for(user), start=queries.start_of(self.object_list[0], user), **kwargs
        )


class ClockActView(ActView):
    """An act on a clock: what is known of it stands beside the form."""

    template_name = "workdays/deadline_act.html"
    queryset = CLOCKS
    title = ""
    explanation = ""
    consequences = ()

    @property
    def deadline(self) -> Deadline:
        return self.object

    def why_not(self) -> str | None:
        return None

    def get_context_data(self, **kwargs):
        context = {
            "title": self.title,
            "deadline": self.deadline,
            "today": timezone.localdate(),
            "explanation": self.explanation,
            "consequences": self.consequences,
            "submit_label": self.title,
            "why_not": self.why_not(),
            "crumbs": why_page(self.deadline, self.title),
            "cancel_url": self.get_success_url(),
        }
        return super().get_context_data(**(context | kwargs))

    def get_success_url(self):
        return self.deadline.get_absolute_url()

    def perform(self, form):
        given = {
            name: value
            for name, value in form.cleaned_data.items()
            if name not in ("on", "confirmed")
        }
        return self.service(actor=self.request.user, on=self.act_date(form), **given)

    def service(self, **given):
        raise NotImplementedError


class ExcludeView(ClockActView):
    permission_required = EXCLUDE
    title = "登记扣除期间"
    form_class = forms.ExcludeForm
    success_message = "已登记，届满日已重新计算。"

    def why_not(self):
        return services.why_not_excluded(self.deadline)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"deadline": self.deadline}

    def service(self, **given):
        return services.exclude(self.deadline, **given)


class AskView(ClockActView):
    permission_required = ASK
    title = "申请延长"
    form_class = forms.AskForm
    success_message = "已申请，等待机关负责人批准；批准以前期限不变。"

    def why_not(self):
        return why_never(self.deadline)

    def service(self, **given):
        return services.ask(self.deadline, **given)


class OfClockView(ClockActView):
    """An act on what moves a clock."""

    @property
    def deadline(self) -> Deadline:
        return self.object.deadline


class WithdrawView(OfClockView):
    permission_required = EXCLUDE
    title = "撤销扣除期间"
    queryset = Exclusion.objects.select_related("deadline__content_type")
    form_class = ReasonForm
    success_message = "已撤销，届满日已重新计算。"

    @property
    def explanation(self):
        return f"{self.object}：{self.object.reason}"

    def service(self, note, **given):
        return services.withdraw(self.object, reason=note, **given)


class DecideView(OfClockView):
    permission_required = APPROVE
    queryset = Extension.objects.select_related("deadline__content_type", "asked_by")

    @property
    def explanation(self):
        row = self.object
        return f"{row.asked_by}申请：{row}。理由：{row.reason}。依据：{row.basis}。"


class ApproveView(DecideView):
    title = "批准延长"
    form_class = forms.ApproveForm
    success_message = "已批准，届满日已改。"
    consequences = ("届满日改为批准的日期，写入计算过程和全过程记录",)

    def service(self, **given):
        return services.approve(self.object, **given)


class RefuseView(DecideView):
    title = "不批准延长"
    form_class = ReasonForm
    success_message = "已答复，期限不变。"

    def service(self, **given):
        return services.refuse(self.object, **given)
