"""Reading 执法全过程记录."""

import django_filters

from archives_enforcement import views
from archives_enforcement.audit import settings_history
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.exporting import Exported, moment
from archives_enforcement.forms import PageForm


class EntryFilter(django_filters.FilterSet):
    q = django_filters.CharFilter("target_name", "icontains", label="记录名称")
    who = django_filters.CharFilter("actor_name", "icontains", label="操作人")
    since = django_filters.DateFilter("on", "gte", label="办理日期自")
    until = django_filters.DateFilter("on", "lte", label="至")
    setting = django_filters.ChoiceFilter(
        label=settings_history.LABEL, choices=settings_history.kinds, empty_label="全部",
        method="of_setting",
    )  # fmt: skip

    class Meta:
        model = AuditEntry
        fields = ()
        form = PageForm

    def of_setting(self, rows, name, value):
        return settings_history.only(rows, value)


class EntryListView(Exported, views.ListView):
    permission_required = "audit.view_auditentry"
    queryset = AuditEntry.objects.order_by("-sequence")
    filterset_class = EntryFilter
    template_name = "audit/entry_list.html"
    paginate_by = 50
    sheet_title = "全过程记录"
    sheet_columns = (
        ("序号", 10), ("办理日期", 12), ("操作", 26), ("说明", 40), ("记录", 40), ("地点", 20),
        ("操作人", 14), ("记录时间", 18), ("补录、代录", 12),
    )  # fmt: skip

    def sheet_line(self, row):
        marks = ("补录",) * row.backfilled + ("代录",) * bool(row.on_behalf_of)
        return (
            row.sequence, row.on, row.label, row.note, row.target_name, row.place,
            row.actor_name, moment(row.at), "、".join(marks),
        )  # fmt: skip
