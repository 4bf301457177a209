"""Forms about who goes."""

from django import forms

from archives_enforcement.accounts.models import User
from archives_enforcement.forms import ActForm
from inspections.models import TeamMember
from inspections.queries import teams


class PersonChoice(forms.ModelChoiceField):
    """One person, described by a label of its own."""

    def __init__(self, **kwargs):
        super().__init__(User.objects.none(), **kwargs)
        self.labels = {}

    def label_from_instance(self, obj):
        return self.labels.get(obj.pk) or str(obj)


class PeopleChoice(PersonChoice, forms.ModelMultipleChoiceField):
    """Several people."""


class TeamForm(ActForm):
    """The team; each officer is shown with the certificate and the other visits of that day."""

    lead = PersonChoice(label="主办", widget=forms.RadioSelect, empty_label=None)
    officers = PeopleChoice(
        label="协办",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="连同主办至少两名持有效证件的执法人员，才能提交审批。",
    )
    assistants = PeopleChoice(
        label="业务指导（馆员）",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="只作业务指导，不执法，也不计入执法人员人数。",
    )

    def __init__(self, *args, inspection, **kwargs):
        super().__init__(*args, **kwargs)
        labels = {
            person.user.pk: person.label for person in teams.candidates(inspection, self.actor)
        }
        for name in ("lead", "officers"):
            self.fields[name].queryset = teams.officers(inspection.bureau)
            self.fields[name].labels = labels
        self.fields["assistants"].queryset = teams.assistants(inspection.bureau)

    def clean(self):
        data = super().clean()
        lead = data.get("lead")
        if lead is not None and lead in data.get("officers", ()):
            self.add_error("officers", f"{lead}已是主办，不能同时作为协办。")
        return data

    @staticmethod
    def initial_of(inspection) -> dict:
        """The present team as the form takes it; before there is one, whom the plan names."""
        part = TeamMember.Part
        people = {place: [] for place in part}
        for member in inspection.team.all():
            people[member.part].append(member.user_id)
        if not people[part.LEAD] and inspection.plan_item:
            item = inspection.plan_item
            named = item.drawn_officers.order_by("name") or item.proposed_officers.order_by("name")
            keys = [person.pk for person in named]
            people[part.LEAD], people[part.OFFICER] = keys[:1], keys[1:]
        return {
            "lead": next(iter(people[part.LEAD]), None),
            "officers": people[part.OFFICER],
            "assistants": people[part.ASSISTANT],
        }


class ObserversForm(ActForm):
    """Who is invited to watch."""

    observers = PeopleChoice(label="观察员", required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args, inspection, **kwargs):
        super().__init__(*args, **kwargs)
        people = teams.observers_with_visits(inspection)
        self.fields["observers"].queryset = teams.observers(inspection.bureau)
        self.fields["observers"].labels = {
            person.pk: teams.observer_label(person) for person in people
        }


class AttendanceForm(ActForm):
    """Who of the invited came."""

    attended = PeopleChoice(
        label="到场的观察员",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="没有勾选的记为未到场。",
    )

    pledged_on_paper = PeopleChoice(
        label="当场签了纸质保密承诺的观察员",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="没有在网上签署的，应当先签纸质承诺再观察；纸质承诺归入案卷。",
    )

    def __init__(self, *args, inspection, **kwargs):
        super().__init__(*args, **kwargs)
        invited = inspection.invitations.all()
        unsigned = invited.filter(pledged_on=None)
        for name, rows in (("attended", invited), ("pledged_on_paper", unsigned)):
            people = User.objects.filter(pk__in=rows.values("observer"))
            self.fields[name].queryset = people.order_by("name")
        if not unsigned:
            del self.fields["pledged_on_paper"]
