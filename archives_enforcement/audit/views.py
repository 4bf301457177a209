"""Reading 执法全过程记录."""

import django_filters

from archives_enforcement import views
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.forms import PageForm


class EntryFilter(django_filters.FilterSet):
    q = django_filters.CharFilter("target_name", "icontains", label="记录名称")
    who = django_filters.CharFilter("actor_name", "icontains", label="操作人")
    since = django_filters.DateFilter("on", "gte", label="办理日期自")
    until = django_filters.DateFilter("on", "lte", label="至")

    class Meta:
        model = AuditEntry
        fields = ()
        form = PageForm


class EntryListView(views.ListView):
    permission_required = "audit.view_auditentry"
    queryset = AuditEntry.objects.order_by("-sequence")
    filterset_class = EntryFilter
    template_name = "audit/entry_list.html"
    paginate_by = 50
