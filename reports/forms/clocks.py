"""Filter of the board of clocks."""

import django_filters

from archives_enforcement.accounts.models import User
from archives_enforcement.forms import PageForm
from archives_enforcement.workdays.consequences import Consequence
from archives_enforcement.workdays.models import Deadline
from inspections.queries import teams
from reports.queries import clocks

WHEN = [("late", "已逾期"), ("soon", f"{clocks.SOON} 天内到期"), ("all", "全部在计算的")]
WHOSE = [("others", "当事人、单位和其他机关"), ("all", "全部")]


class ClockFilter(django_filters.FilterSet):
    """Narrows the board; the choice stays in the address."""

    when = django_filters.ChoiceFilter(
        label="到期", choices=WHEN, empty_label=f"逾期和 {clocks.SOON} 天内", method="skip"
    )
    consequence = django_filters.ChoiceFilter(label="后果", choices=Consequence, empty_label="全部")
    whose = django_filters.ChoiceFilter(
        label="谁的期限", choices=WHOSE, empty_label="本机关", method="skip"
    )
    app = django_filters.ChoiceFilter(
        label="业务", choices=clocks.APPS, empty_label="全部", method="by_app"
    )
    officer = django_filters.ModelChoiceFilter(
        label="承办人员", queryset=User.objects.none(), empty_label="全部", method="by_officer"
    )
    unit = django_filters.CharFilter(label="单位或者当事人", method="by_unit")

    class Meta:
        model = Deadline
        form = PageForm
        fields = ["when", "consequence", "whose", "app", "officer", "unit"]

    def __init__(self, *args, request, **kwargs):
        super().__init__(*args, request=request, **kwargs)
        self.filters["officer"].queryset = teams.officers(request.user.bureau)

    def skip(self, rows, name, value):
        """Day and owner have a meaning when nothing is chosen too; the view asks for both."""
        return rows

    def by_app(self, rows, name, value):
        return clocks.in_app(rows, value)

    def by_officer(self, rows, name, value):
        return clocks.of_officer(rows, value)

    def by_unit(self, rows, name, value):
        return clocks.of_party(rows, value)
