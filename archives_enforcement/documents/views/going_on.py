"""Pages on which papers are chosen that go on together: 批量提交、审核、签发."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property

from archives_enforcement import views
from archives_enforcement.documents import composing, kinds, services
from archives_enforcement.documents.forms.batches import BatchForm
from archives_enforcement.documents.models import Batch, Document
from archives_enforcement.documents.queries import reviewable_by, signable_by, with_receiver
from archives_enforcement.documents.services.batches import MOST, STEPS
from archives_enforcement.documents.views.reading import crumbs_of_list
from archives_enforcement.documents.workflow import signed_by_its_post
from archives_enforcement.whole_numbers import is_key
from archives_enforcement.workflow import Act

A = Batch.Act
OF_OFFICERS = [code for code, kind in kinds.KINDS.items() if kind.by_officers]


class GoOnView(views.FormView):
    """Papers in one state, of which the chosen go on together; `?batch=` narrows to one batch."""

    form_class = BatchForm
    template_name = "documents/batch_form.html"
    act: Batch.Act
    confirmation = ""
    consequences: tuple[str, ...] = ()
    deferred = ("content", "fields")  # what is long and not shown
    one_fails = "有一份不能办的，不影响其他各份；原因会逐份列出，可以再试"

    @cached_property
    def batch(self) -> Batch | None:
        """The batch to which the page is narrowed."""
        asked = self.request.GET.get("batch", "")
        rows = Batch.objects.visible_to(self.request.user)
        return get_object_or_404(rows, pk=asked) if is_key(asked) else None

    def waiting(self):
        """What this person may choose, oldest first."""
        rows = Document.objects.open_to(self.request.user).filter(state=STEPS[self.act].state)
        rows = self.concerning(rows, self.request.user)
        if self.batch:
            rows = rows.filter(batch_items__batch=self.batch)
        rows = with_receiver(rows).select_related("party", "drafted_by")
        return rows.defer(*self.deferred).order_by("pk")

    def concerning(self, rows, user):
        """The papers with which this person has to do."""
        raise NotImplementedError

    def why_not(self, paper: Document) -> str:
        """Why a paper cannot go on yet."""
        return ""

    @cached_property
    def papers(self) -> list[tuple[Document, str]]:
        return [(paper, self.why_not(paper)) for paper in self.waiting()]

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {
            "waiting": self.waiting(),
            "confirmation": self.confirmation,
        }

    def get_initial(self):
        """All papers of a batch are ticked; out of everything that waits one chooses oneself."""
        open_ = [paper.pk for paper, why in self.papers if not why]
        return {"documents": open_ if self.batch else []}

    def get_context_data(self, **kwargs):
        batches = Batch.objects.visible_to(self.request.user).select_related("made_by")
        title = self.act.label
        return super().get_context_data(
            title=title,
            crumbs=crumbs_of_list(title),
            submit_label=f"{title.removeprefix('批量')}选中的文书",
            cancel_url=reverse("documents:document-list"),
            consequences=[*self.consequences, self.one_fails],
            batch=self.batch,
            batches=batches.order_by("-pk")[:10],
            papers=[paper for paper, why in self.papers if not why],
            refused=[(paper, why) for paper, why in self.papers if why],
            undone=f"还不能{self.act.label.removeprefix('批量')}的",
            most=MOST,
            **kwargs,
        )

    def perform(self, form):
        return services.start_batch(
            list(form.cleaned_data["documents"]),
            actor=self.request.user,
            on=self.act_date(form),
            name=self.act,
        )

    def get_success_url(self):
        return self.result.get_absolute_url()


class BatchSubmitView(GoOnView):
    """One's own drafts, or those of a batch; what a draft still lacks is said beside it."""

    act = A.SUBMIT
    permission_required = STEPS[act].permission
    deferred = ("content",)
    confirmation = "我已逐份核对样张"
    consequences = (
        "需要审核的交给审核人员，其他的交给有权签发的负责人",
        "提交以后不能修改；需要修改的，由审核人员或者负责人退回",
    )

    def concerning(self, rows, user):
        rows = rows.exclude(kind__in=OF_OFFICERS)
        return rows if self.batch else rows.filter(drafted_by=user)

    def why_not(self, paper):
        absent = composing.missing(paper.kind, paper.fields)
        return f"还没有填写{'、'.join(absent)}" if absent else ""


class BatchReviewView(GoOnView):
    act = A.REVIEW
    permission_required = STEPS[act].permission
    confirmation = "我已逐份核对事实、依据、期限和文字"
    consequences = ("交由有权签发的负责人签发；您不能再签发这些文书",)

    def concerning(self, rows, user):
        return rows.filter(kind__in=reviewable_by(user)).exclude(drafted_by=user)


class BatchCreateView(GoOnView):
    act = A.SIGN
    permission_required = STEPS[act].permission
    confirmation = "我已逐份核对主送单位、内容、依据和期限"
    consequences = (
        "每份文书各编一个字号，不能收回再用；内容锁定，不可修改",
        "分别发给各主送单位，有关期限从各自送达之日起算",
    )
    deferred = ("content", "replaces__content")  # what a letter says decides who signs it

    def concerning(self, rows, user):
        rows = rows.filter(kind__in=signable_by(user)).select_related("replaces")
        return rows.exclude(drafted_by=user).exclude(reviewed_by=user)

    def why_not(self, paper):
        return signed_by_its_post(paper, Act(self.request.user, timezone.localdate())) or ""
