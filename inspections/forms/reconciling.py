"""Filter of the visits that are not reconciled."""

import django_filters

from inspections.forms.filters import UnitSearch
from inspections.models import Inspection
from inspections.queries import reconciling

MISSING = (("record", "笔录"), ("letter", "反馈意见书"), ("report", "平台填报"))


class ReconcilingFilter(UnitSearch):
    """Narrows the list by unit and by what is missing."""

    missing = django_filters.ChoiceFilter(
        label="缺少", choices=MISSING, empty_label="全部", method="by_missing"
    )

    class Meta(UnitSearch.Meta):
        model = Inspection
        fields = ["q", "missing"]

    def by_missing(self, rows, name, choice):
        return reconciling.with_papers(rows).filter(reconciling.LACKS[choice])
