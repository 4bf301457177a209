"""Pages of 案卷评查: the list, one review with its table, its acts."""

from django.urls import reverse

from archives_enforcement.exporting import Exported
from archives_enforcement.navigation import Crumb, acts_from
from archives_enforcement.views import DetailView, ListView
from supervision.forms import file_reviews as forms
from supervision.models import FileReview
from supervision.queries import notices as papers
from supervision.services import file_reviews as services
from supervision.views.pages import ActPage, CreatePage, RecordExportPage, to_fault, trail_of
from supervision.workflow import FILE_REVIEW_FLOW, SUPERVISE

VIEW = "supervision.view_filereview"
LIST = ("案卷评查", "supervision:file-review-list")
REVIEWS = FileReview.objects.select_related("bureau", "case", "begun_by", "decided_by")


class FileReviewListView(Exported, ListView):
    permission_required = VIEW
    template_name = "supervision/file_review_list.html"
    queryset = REVIEWS.order_by("-pk")
    filterset_class = forms.FileReviewFilter
    sheet_title = "案卷评查"
    sheet_columns = (
        ("案件", 44), ("案号", 24), ("评查人", 14), ("评查日期", 12), ("得分", 8), ("等级", 10),
        ("状态", 12),
    )  # fmt: skip

    def sheet_line(self, row):
        return (
            str(row.case), row.case.number, str(row.decided_by or ""), row.decided_on, row.score,
            row.get_grade_display(), row.get_state_display(),
        )  # fmt: skip

    def get_context_data(self, **kwargs):
        url, actions = reverse("supervision:file-review-create"), []
        if self.request.user.has_perm(SUPERVISE):
            actions = [{"label": "发起案卷评查", "url": url, "icon": "plus", "primary": True}]
        return super().get_context_data(actions=actions, **kwargs)


class FileReviewDetailView(DetailView):
    permission_required = VIEW
    template_name = "supervision/file_review_detail.html"
    queryset = REVIEWS
    workflow = FILE_REVIEW_FLOW

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        review, user = self.object, self.request.user
        scores = list(review.scores.select_related("item"))
        for score in scores:
            score.before, score.after = score.in_words(score.proposed), score.in_words(score.lost)
        url = reverse("supervision:file-review-decide", args=[review.pk])
        return context | {
            "crumbs": [Crumb(LIST[0], reverse(LIST[1])), Crumb(str(review.case))],
            "scores": scores,
            "source": scores[0].item.source if scores else "",
            "papers": papers.papers_of(review, user),
            "acts": [
                *acts_from(context["offers"], lambda name: url),
                *to_fault(review, "review", user, found=review.state == FileReview.State.DECIDED),
            ],
            "entries": trail_of(review, user),
        }


class FileReviewExportView(RecordExportPage):
    """The table of one review."""

    permission_required = VIEW
    queryset = REVIEWS
    sheet, filename = "案卷评查表", "file-review"
    columns = (
        ("评查项目", 44), ("分值", 8), ("依据", 40), ("系统预评", 12), ("预评理由", 40),
        ("评定", 12), ("说明", 40),
    )  # fmt: skip

    def rows(self, context):
        return self.object.scores.select_related("item")

    def line(self, row):
        return [
            row.item.text,
            row.points or "否决项",
            row.item.basis,
            row.in_words(row.proposed),
            row.reason,
            row.in_words(row.lost),
            row.note,
        ]


class FileReviewCreateView(CreatePage):
    permission_required = SUPERVISE
    form_class = forms.BeginForm
    list_crumb = LIST
    title, submit_label = "发起案卷评查", "预评"
    success_message = "系统已预评，请逐项评定。"
    explanation = (
        "评查已经作出决定或者结案的案件；办理、审核、审批过这个案件的人员不能评查。",
        "系统能看到的项目先预评，由评查人逐项评定；有否决项的为不合格。",
    )

    def perform(self, form):
        return services.begin(actor=self.request.user, on=self.act_date(form), **self.typed(form))


class FileReviewDecideView(ActPage):
    permission_required = SUPERVISE
    queryset = REVIEWS
    form_class = forms.DecideForm
    list_crumb = LIST
    title, success_message = "评定", "已评定，评查表已编号归存。"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"review": self.object}

    def perform(self, form):
        return services.decide(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            lost=form.lost,
            opinion=form.cleaned_data["opinion"],
        )
