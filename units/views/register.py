"""Pages of the register of units: the list, one unit with all that is known of it, its facts."""

import django_filters
from django.db.models import Max
from django.urls import reverse
from django.utils import timezone

from archives_enforcement import views
from archives_enforcement.accounts.models import Grant, Party
from archives_enforcement.documents import drafting
from archives_enforcement.documents.queries import documents_to
from archives_enforcement.exporting import Exported
from archives_enforcement.navigation import Crumb, PageAct
from archives_enforcement.prefetching import prefetch_filled
from units import card, queries, services
from units.forms import register as forms
from units.models import Unit

READ_PAPERS, MANAGE = "documents.view_document", "units.manage_unit"
CHANGES = (
    ("更名", "unit-rename"),
    ("合并", "unit-merge"),
    ("分立", "unit-split"),
    ("撤销", "unit-dissolve"),
    ("重复登记", "unit-duplicate"),
)
LIST_CRUMB = ("被检查单位", "units:unit-list")


YES_NO = {"choices": [("True", "是"), ("False", "否")], "empty_label": "全部"}


class UnitFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(label="名称、简称、拼音首字母或信用代码", method="search")
    kind = django_filters.ChoiceFilter(
        label="性质", field_name="party__kind", choices=Party.Kind.choices, empty_label="全部"
    )
    key = django_filters.ChoiceFilter(label="重点监控", field_name="is_key_monitored", **YES_NO)
    offline = django_filters.ChoiceFilter(label="线下办理", field_name="is_offline", **YES_NO)
    visited = django_filters.ChoiceFilter(
        label="本年度检查",
        choices=[("no", "还没有检查（最久没查的在前）"), ("yes", "已经检查")],
        method="by_visit",
        empty_label="全部",
    )

    state = django_filters.ChoiceFilter(
        label="状态", choices=[("active", "在册"), ("closed", "不在册")], empty_label="全部"
    )

    class Meta:
        model = Unit
        fields = ()

    def search(self, rows, name, value):
        return queries.matching(rows, value)

    def by_visit(self, rows, name, value):
        return queries.by_visit(rows, timezone.localdate().year, visited=value == "yes")


class UnitListView(Exported, views.ListView):
    permission_required = "units.view_unit"
    queryset = (
        Unit.objects.select_related("party")
        .annotate(seen_on=Max("inspections__inspected_on"))
        .order_by("party__name")
    )
    filterset_class = UnitFilter
    sheet_title = "被检查单位"
    sheet_columns = (
        ("单位名称", 34), ("统一社会信用代码", 22), ("性质", 14), ("负责人", 12), ("地址", 34),
        ("简称", 16), ("所属系统", 14), ("重点监控", 10), ("登记备份", 10), ("档案工作联系人", 16),
        ("联系电话", 16), ("线下办理", 10), ("上次检查", 12), ("状态", 10),
    )  # fmt: skip

    def sheet_line(self, unit):
        party = unit.party
        return (
            party.name, party.credit_code, party.get_kind_display(), party.legal_representative,
            party.address, unit.short_name, unit.system, _yes(unit.is_key_monitored),
            _yes(unit.is_backup_registered), unit.archivist, unit.phone, _yes(unit.is_offline),
            unit.seen_on or unit.last_on_paper, unit.get_state_display(),
        )  # fmt: skip


def _yes(answer: bool) -> str:
    return "是" if answer else "否"


class UnitDetailView(views.DetailView):
    """单位情况: who it is, whom to call, what it keeps, and what other rooms know of it."""

    permission_required = "units.view_unit"
    queryset = Unit.objects.select_related("party__bureau", "parent__party")

    def get_context_data(self, **kwargs):
        unit, user, today = self.object, self.request.user, timezone.localdate()
        return super().get_context_data(
            crumbs=[Crumb(LIST_CRUMB[0], reverse(LIST_CRUMB[1])), Crumb(str(unit))],
            actions=self.actions(),
            acts=[
                *drafting.offer("unit", unit, user),
                *drafting.offer_entry(user, unit.party),
            ],
            changes=self.changes(),
            ended=services.succession_in_words(unit),
            parts=card.parts_for(unit, user, today, beside=False),
            parts_beside=card.parts_for(unit, user, today, beside=True),
            **self.registered(today),
            **kwargs,
        )

    def registered(self, today) -> dict:
        """What the register and the books of papers hold of the unit, read in one statement."""
        unit, user = self.object, self.request.user
        beside = {
            "origins": unit.origins.select_related("predecessor__party"),
            "successions": unit.successions.select_related("successor__party"),
            "children": queries.under(unit),
            "people": unit.people.filter(until=None),
            "people_before": unit.people.exclude(until=None).order_by("-until"),
            "holdings": unit.holdings.select_related("recorded_by")[:5],
            "contacts": unit.party.grants.valid_on(today).select_related("user"),
            "waiting": unit.party.grants.filter(state=Grant.State.WAITING),
        }
        if user.has_perm(READ_PAPERS):
            beside["documents"] = documents_to(unit.party, user)
        found = prefetch_filled(unit, "former_names", "listings", beside=beside)
        waiting = found.pop("waiting")
        return {"documents": None} | found | {"contacts_waiting": len(waiting)}

    def actions(self) -> list[PageAct]:
        if not self.request.user.has_perm(MANAGE) or not self.object.is_active:
            return []
        return [PageAct("修改登记", reverse("units:unit-edit", args=[self.object.pk]))]

    def changes(self) -> list[PageAct]:
        """What may become of the unit, for those who keep the register."""
        if not self.request.user.has_perm(MANAGE) or not self.object.is_active:
            return []
        return [
            PageAct(label, reverse(f"units:{name}", args=[self.object.pk]))
            for label, name in CHANGES
        ]


class UnitCreateView(views.FormView):
    permission_required = MANAGE
    form_class = forms.NewUnitForm
    template_name = "components/form_page.html"
    success_message = "已登记。"
    extra_context = {"title": "登记单位", "submit_label": "登记"}

    def perform(self, form):
        user = self.request.user
        return services.register(
            bureau=user.bureau, actor=user, on=timezone.localdate(), **form.cleaned_data
        )

    def get_context_data(self, **kwargs):
        link = reverse(LIST_CRUMB[1])
        crumbs = [Crumb(LIST_CRUMB[0], link), Crumb("登记单位")]
        return super().get_context_data(crumbs=crumbs, cancel_url=link, **kwargs)

    def get_success_url(self):
        return self.result.get_absolute_url()
