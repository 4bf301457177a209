"""Pages of the acts on one unit: its registration, what it keeps, whom to call."""

from django.urls import reverse
from django.utils import timezone

from archives_enforcement.forms import ActForm
from archives_enforcement.navigation import Crumb
from archives_enforcement.views import ActView
from units import services
from units.forms import register as forms
from units.models import ContactPerson, Holdings, Unit
from units.views.register import LIST_CRUMB, MANAGE


class UnitActView(ActView):
    """An act on a unit: the page names it, one service does it."""

    permission_required = MANAGE
    template_name = "components/form_page.html"
    queryset = Unit.objects.select_related("party", "parent__party")
    title = ""
    submit_label = "保存"

    @property
    def unit(self) -> Unit:
        return self.object

    def get_context_data(self, **kwargs):
        link = self.unit.get_absolute_url()
        crumbs = [
            Crumb(LIST_CRUMB[0], reverse(LIST_CRUMB[1])),
            Crumb(str(self.unit), link),
            Crumb(self.title),
        ]
        return super().get_context_data(
            title=self.title,
            submit_label=self.submit_label,
            crumbs=crumbs,
            cancel_url=link,
            **kwargs,
        )

    def get_success_url(self):
        return self.unit.get_absolute_url()


class UnitEditView(UnitActView):
    form_class = forms.UnitForm
    title, success_message = "修改登记", "已修改。"

    def get_initial(self):
        unit = self.object
        party = {name: getattr(unit.party, name) for name in services.PARTY_FIELDS}
        own = (*services.UNIT_FIELDS, "initials", "pinyin", "parent", "is_offline")
        return party | {name: getattr(unit, name) for name in own}

    def perform(self, form):
        user, today = self.request.user, timezone.localdate()
        return services.revise(self.object, actor=user, on=today, **form.cleaned_data)


class HoldingsView(UnitActView):
    """What is known already stands in the form, so that only what changed is typed."""

    form_class = forms.HoldingsForm
    title, success_message = "登记保管情况", "已登记保管情况。"

    def get_initial(self):
        last = self.object.holdings.first()
        known = {name: getattr(last, name) for name in Holdings.FACTS} if last else {}
        return known | {"as_of": timezone.localdate()}

    def perform(self, form):
        return services.record_holdings(
            self.object, actor=self.request.user, on=self.act_date(form), **form.facts
        )


class ContactAddView(UnitActView):
    form_class = forms.ContactForm
    title, success_message = "登记联系人", "已登记联系人。"

    def perform(self, form):
        return services.add_contact(
            self.object, actor=self.request.user, on=self.act_date(form), **form.facts
        )


class ContactEndView(UnitActView):
    queryset = ContactPerson.objects.select_related("unit__party")
    form_class = ActForm
    title = submit_label = "停用联系人"
    success_message = "已停用，登记保留。"

    @property
    def unit(self) -> Unit:
        return self.object.unit

    def get_context_data(self, **kwargs):
        consequences = (f"{self.object}不再作为联系人显示，起止日期保留。",)
        return super().get_context_data(consequences=consequences, **kwargs)

    def perform(self, form):
        return services.end_contact(self.object, actor=self.request.user, on=self.act_date(form))
