"""Pages about who goes: the team, the observers and who of them came."""

from inspections.forms.teams import AttendanceForm, ObserversForm, TeamForm
from inspections.guards import licence_basis
from inspections.services import teams as services
from inspections.views.visit_acts import InspectionActView


class PeopleView(InspectionActView):
    """A form whose choices depend on the check."""

    facts = False

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"inspection": self.object}


class InspectionTeamView(PeopleView):
    permission_required = "inspections.draft_inspection"
    form_class = TeamForm
    title = "确定检查组"
    success_message = "检查组已确定。"

    def get_initial(self):
        return TeamForm.initial_of(self.object)

    def get_context_data(self, **kwargs):
        day = self.object.scheduled_on
        return super().get_context_data(
            explanation=f"检查当天没有有效执法证件的人员不能作为检查人员。依据：{licence_basis(day)}。",
            **kwargs,
        )

    def perform(self, form):
        chosen = {name: form.cleaned_data[name] for name in ("lead", "officers", "assistants")}
        return services.set_team(
            self.object, actor=self.request.user, on=self.act_date(form), **chosen
        )


class InspectionObserversView(PeopleView):
    permission_required = "inspections.draft_inspection"
    form_class = ObserversForm
    title = "邀请观察员"
    success_message = "观察员名单已保存。"

    def get_initial(self):
        return {"observers": [row.observer_id for row in self.object.invitations.all()]}

    def get_context_data(self, **kwargs):
        enterprise = self.object.party.is_enterprise
        return super().get_context_data(
            stop=services.NO_OBSERVERS.format(unit=self.object.unit) if enterprise else "",
            explanation="观察员只看到时间、地点和空白检查清单；检查批准后收到邀请。",
            **kwargs,
        )

    def perform(self, form):
        return services.invite(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            observers=form.cleaned_data["observers"],
        )


class InspectionAttendanceView(PeopleView):
    permission_required = "inspections.record_inspection"
    form_class = AttendanceForm
    title = "登记观察员到场"
    success_message = "观察员到场情况已登记。"

    def get_initial(self):
        return {
            "attended": [row.observer_id for row in self.object.invitations.all() if row.attended]
        }

    def perform(self, form):
        return services.mark_attendance(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            attended=form.cleaned_data["attended"],
            pledged_on_paper=form.cleaned_data.get("pledged_on_paper", ()),
        )
