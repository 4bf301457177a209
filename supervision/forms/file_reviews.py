"""Forms of 案卷评查."""

import django_filters
from crispy_forms.layout import HTML, Layout
from django import forms

from archives_enforcement.forms import ActForm, PageForm, Pair
from penalties.models import Case
from supervision.forms.concerning import LINES
from supervision.models import FileReview
from supervision.queries.handlers import without_a_hand_in
from supervision.services.file_reviews import ENDED


class FileReviewFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(label="案件", field_name="case__name", lookup_expr="icontains")
    grade = django_filters.ChoiceFilter(
        label="等级", choices=FileReview.Grade, empty_label="全部等级"
    )

    class Meta:
        model = FileReview
        form = PageForm
        fields = ["q", "grade"]


class BeginForm(ActForm):
    case = forms.ModelChoiceField(Case.objects.none(), label="案件", empty_label="请选择")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        rows = Case.objects.open_to(self.actor).filter(state__in=ENDED)
        self.fields["case"].queryset = without_a_hand_in(rows, self.actor).order_by("-pk")


class DecideForm(ActForm):
    """Each item with what the system proposes beside it; nothing is decided beforehand."""

    opinion = forms.CharField(label="评查意见", widget=LINES, max_length=2000)

    def __init__(self, *args, review=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.scores = list(review.scores.select_related("item")) if review else []
        rows = []
        for place, score in enumerate(self.scores, start=1):
            code, item = score.item.code, score.item
            choices = [("0", "没有"), ("1", "否决")]
            said = (
                f"系统预评：{score.in_words(score.proposed)}。{score.reason}"
                if score.reason
                else ""
            )
            field = (
                forms.IntegerField(label=f"{place}. {item}（{score.points}分）扣分", min_value=0,
                                   max_value=score.points, help_text=said)
                if score.points
                else forms.TypedChoiceField(label=f"{place}. 否决项：{item}", choices=choices,
                                            coerce=int, widget=forms.RadioSelect, help_text=said)
            )  # fmt: skip
            note = forms.CharField(label="说明", required=False, max_length=300)
            note.widget.attrs["aria-label"] = f"{item}的说明"
            self.fields[f"lost_{code}"], self.fields[f"note_{code}"] = field, note
            rows.append(Pair(f"lost_{code}", f"note_{code}"))
        asked = HTML('<p class="muted small">扣分、否决或者与系统预评不同的，请写明理由。</p>')
        self.helper.layout = Layout(
            asked, *rows, "opinion", *(["on"] if "on" in self.fields else [])
        )

    @property
    def lost(self) -> dict[str, tuple[int, str]]:
        data = self.cleaned_data
        codes = [score.item.code for score in self.scores]
        return {code: (data[f"lost_{code}"], data[f"note_{code}"]) for code in codes}
