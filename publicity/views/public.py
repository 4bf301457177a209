"""Pages anyone may read without signing in: what is published now, and what was withdrawn."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views import generic
from django.views.decorators.cache import never_cache
from django.views.generic import detail

from archives_enforcement.files import arrival, store
from publicity import sheets
from publicity.forms.notices import PublicFilter
from publicity.models import Notice
from publicity.opening import open_to_all
from publicity.queries import open_data
from publicity.queries.exemplaries import pairs_of
from publicity.queries.notices import credit_source

PUBLIC = (
    "number", "title", "party_name", "facts", "basis", "outcome", "issuer", "decided_on",
    "check_kind", "checked_on", "certificates", "found", "fixed", "ended",
)  # fmt: skip
WITHDRAWAL = ("number", "issuer", "withdrawn_on", "withdrawal_reason", "check_kind")


class Published:
    """Rows come only from what is public today."""

    def get_queryset(self):
        rows = Notice.objects.public_on(timezone.localdate())
        shown = ("published_on", "expires_on", "credit_class", "bureau")
        paper = ("document__kind", "document__content_type", "document__object_id")
        return rows.select_related("document").only(*PUBLIC, *shown, *paper)


class Filtered(Published):
    """The same, narrowed as the reader asks; pages and files show the same rows."""

    filterset_class = PublicFilter
    results = False

    def get_queryset(self):
        rows = super().get_queryset().of_results(self.results).order_by("-decided_on", "-pk")
        self.filterset = self.filterset_class(self.request.GET, rows, request=self.request)
        return self.filterset.qs


@open_to_all
class PublicListView(Filtered, generic.ListView):
    template_name = "publicity/public_list.html"
    paginate_by = 20

    def get_context_data(self, **kwargs):
        withdrawn = Notice.objects.withdrawn().of_results(self.results)
        withdrawn = withdrawn.order_by("-withdrawn_on", "-pk")
        return super().get_context_data(
            filter=self.filterset, withdrawn=withdrawn.only(*WITHDRAWAL)[:50], **kwargs
        )


@open_to_all
class PublicExportView(Filtered, generic.list.BaseListView):
    """Every decision the filter finds, as Excel."""

    def render_to_response(self, context) -> HttpResponse:
        return sheets.excel(open_data.workbook_of(self.object_list), "行政执法公示")


@open_to_all
class PublicDataView(Filtered, generic.list.BaseListView):
    """The same as open data."""

    def render_to_response(self, context) -> HttpResponse:
        return sheets.open_data({"decisions": open_data.records(self.object_list)}, "行政执法公示")


@open_to_all
class PublicDetailView(Published, generic.DetailView):
    """One decision; the address of a withdrawn one answers with its withdrawal and nothing else."""

    template_name = "publicity/public_detail.html"

    def get(self, request, *args, **kwargs):
        try:
            return super().get(request, *args, **kwargs)
        except Http404:
            rows = Notice.objects.withdrawn().only(*WITHDRAWAL)
            if notice := rows.filter(pk=kwargs["pk"]).first():
                return self.response_class(
                    request, "publicity/public_withdrawn.html", {"notice": notice}, status=410
                )
            raise

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            credit_source=credit_source(self.object.decided_on),
            bureau_name=self.object.issuer,
            pairs=pairs_of(self.object),
            corrections=self.object.corrections.filter(state="corrected").order_by("decided_on"),
            **kwargs,
        )


@method_decorator([login_not_required, never_cache], name="dispatch")
class PublicPhotoView(Published, detail.BaseDetailView):
    """One photo of a published case, without place, device and time; gone when it is withdrawn."""

    def render_to_response(self, context):
        pair = next((row for row in pairs_of(self.object) if row.pk == self.kwargs["pair"]), None)
        photo = pair and {"before": pair.before, "after": pair.after}.get(self.kwargs["side"])
        if photo is None:
            raise Http404
        try:
            content, media_type = arrival.without_traces(store.get(photo.sha256))
        except ValueError as error:
            raise Http404 from error
        return HttpResponse(content, content_type=media_type)
