"""Pages of 文书: the list, and one paper with its sheet."""

from django.urls import reverse

from archives_enforcement import views
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import (
    answers_of_others,
    composing,
    drafting,
    narrating,
    progress,
    queries,
    scanning,
    services,
    written_answers,
)
from archives_enforcement.documents.forms.finding import DocumentFilter
from archives_enforcement.documents.handing_over import may_record
from archives_enforcement.documents.models import Document
from archives_enforcement.documents.views.offers import LATER, may_revise
from archives_enforcement.documents.workflow import DOCUMENT_FLOW
from archives_enforcement.exporting import Exported
from archives_enforcement.navigation import Crumb, PageAct, acts_from
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import deadlines

WAYS_OUT = ("return_draft", "return_review", "void", "void_issued")  # no button leads to them first
PAGES = {  # steps whose page has another name
    "return_draft": "return",
    "submit_review": "submit-review",
    "pass_review": "pass-review",
    "return_review": "return-review",
    "void_issued": "void-issued",
}


def acts_together(user) -> list[PageAct]:
    """What this person may do with many papers at once."""
    pages = {
        "documents.draft_document": (("批量起草", "together-pick"), ("批量提交", "batch-submit")),
        "documents.review_document": (("批量审核", "batch-review"),),
        "documents.sign_document": (("批量签发", "batch-create"),),
    }
    return [
        PageAct(label, reverse(f"documents:{name}"))
        for permission, found in pages.items()
        if user.has_perm(permission)
        for label, name in found
    ]


def _delivered(document: Document):
    """Each delivery in a word, as the list shows it."""
    for row in document.deliveries.all():
        if row.delivered_on:
            yield f"{cn_date(row.delivered_on)} {row.get_method_display()}"
        elif document.holds:
            yield row.waits_for


# What a letter says (`fields`) decides how it is delivered, and so what the list says it waits for.
LISTED = ("kind", "number", "origin", "state", "issued_on", "party__name", "fields")


class DocumentListView(Exported, views.ListView):
    permission_required = "documents.view_document"
    model = Document
    filterset_class = DocumentFilter
    sheet_title = "文书"
    sheet_columns = (
        ("文书", 26), ("发文字号", 26), ("主送", 34), ("状态", 12), ("签发日期", 12),
        ("送达情况", 34), ("来源", 12),
    )  # fmt: skip

    def sheet_line(self, row):
        receiver = row.receiver or (row.party and row.party.name)
        return (
            row.get_kind_display(), row.number or "未编号", receiver or "",
            row.get_state_display(), row.issued_on, "\n".join(_delivered(row)),
            "补录" if row.is_entered else row.get_origin_display(),
        )  # fmt: skip

    def get_queryset(self):
        """Papers without their text, which is long and not shown here."""
        rows = super().get_queryset().select_related("party").only(*LISTED)
        rows = queries.with_receiver(rows)
        return rows.prefetch_related("deliveries").order_by("-pk")

    def get_context_data(self, **kwargs):
        user = self.request.user
        acts = drafting.offer("bureau", user.bureau, user) if user.bureau_id else []
        acts += drafting.offer_entry(user)
        acts += acts_together(user)
        if user.has_perm("documents.view_numbersequence"):
            page = f"{reverse('documents:document-export')}?{self.request.GET.urlencode()}"
            acts.append(PageAct("文书目录", reverse("documents:kind-list")))
            acts.append(PageAct("发文字号", reverse("documents:series-list")))
            acts.append(PageAct("导出发文登记簿", page))
        return super().get_context_data(layout=views.layout_for(user), acts=acts, **kwargs)


class DocumentDetailView(views.DetailView):
    permission_required = "documents.view_document"
    queryset = Document.objects.select_related(
        "party", "bureau", "wording", "drafted_by", "issued_by", "rendition"
    )
    workflow = DOCUMENT_FLOW

    def get_context_data(self, **kwargs):
        document, user = self.object, self.request.user
        context = super().get_context_data(**kwargs)
        deliveries = queries.deliveries_of(document, user)
        for row in deliveries:
            services.note_reading(row, actor=user)
        entries = list(AuditEntry.objects.visible_to(user).about(document)[:8])
        return context | {
            "layout": views.layout_for(user),
            "content": composing.sheet(document),
            "deliveries": deliveries,
            "acts": self._acts(context["offers"], deliveries),
            "crumbs": crumbs_of(document),
            "steps": progress.steps_of(document, deliveries),
            "next_step": progress.next_step(document, deliveries, user, *entries[:1]),
            "job": None if hasattr(document, "rendition") else queries.render_job(document),
            "entered": narrating.entered_in_words(document) if document.is_entered else "",
            "entries": entries,
            "clocks": deadlines.for_subject(document).visible_to(user),
            "asks": written_answers.asks(document),
            "written_answers": written_answers.answers_to(document, user),
            "scans": scanning.of_document(document, user),
            "answers": answers_of_others.of_document(document, user) if user.bureau_id else [],
            "unscanned": bool(scanning.lacking([document])) and bool(user.bureau_id),
            "related": queries.slips_and_original(document, user),
        }

    def _acts(self, offers, deliveries):
        document, user = self.object, self.request.user
        waiting = [row for row in deliveries if row.delivered_on is None]
        if not user.bureau_id and not document.holds:
            return []
        if not user.bureau_id:
            return self._acts_of_party([row for row in deliveries if row.received_on is None])
        acts = acts_from((row for row in offers if row.step.name not in WAYS_OUT), self._page)
        if document.state == Document.State.DRAFT and may_revise(document, user):
            acts.append(PageAct("修改", reverse("documents:document-revise", args=[document.pk])))
        acts += [
            PageAct(label, self._page(name)) for name, label, may in LATER if may(document, user)
        ]
        if document.holds:
            acts += [
                PageAct("登记送达", reverse("documents:delivery-record", args=[row.pk]))
                for row in waiting
                if may_record(row, user)
            ]
        ways_out = acts_from((row for row in offers if row.step.name in WAYS_OUT), self._page)
        acts += [act._replace(primary=False) for act in ways_out]
        if url := queries.page_of_subject(document, user):
            acts.append(PageAct(f"回到{document.subject._meta.verbose_name}", url))
        return acts

    def _page(self, step: str) -> str:
        return reverse(f"documents:document-{PAGES.get(step, step)}", args=[self.object.pk])

    def _acts_of_party(self, waiting) -> list[PageAct]:
        """Sign for the paper first; then what the paper lets the party do, if anything."""
        if waiting:
            name = "documents:delivery-acknowledge"
            return [PageAct("我已收到", reverse(name, args=[row.pk]), True) for row in waiting]
        if written_answers.why_none(self.object) is None:
            return [PageAct("书面答复", self._page("reply"), True)]
        link = drafting.link_for_party(self.object.subject)
        return [PageAct(*link, True)] if link else []


def crumbs_of_list(*more: Crumb | str) -> list[Crumb]:
    """The path to the list of papers, then to a page about it."""
    found = [each if isinstance(each, Crumb) else Crumb(each) for each in more]
    return [Crumb("文书", reverse("documents:document-list")), *found]


def crumbs_of(document, *more: str) -> list[Crumb]:
    """The path to a paper, then to a page about it."""
    own = Crumb(str(document), document.get_absolute_url() if more else "")
    return crumbs_of_list(own, *more)
