"""Pages anyone may read without signing in: what is published now, and what was withdrawn."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views import generic
from django.views.decorators.cache import never_cache
from django.views.generic import detail

from archives_enforcement.files import arrival, store
from publicity.forms.notices import PublicFilter
from publicity.models import Notice
from publicity.queries.exemplaries import pairs_of
from publicity.queries.notices import credit_source

PUBLIC = ("number", "title", "party_name", "facts", "basis", "outcome", "issuer", "decided_on")


class Published:
    """Rows come only from what is public today."""

    def get_queryset(self):
        rows = Notice.objects.public_on(timezone.localdate())
        shown = ("published_on", "expires_on", "credit_class", "bureau")
        paper = ("document__kind", "document__content_type", "document__object_id")
        return rows.select_related("document").only(*PUBLIC, *shown, *paper)


@method_decorator(login_not_required, name="dispatch")
class PublicListView(Published, generic.ListView):
    template_name = "publicity/public_list.html"
    paginate_by = 20

    def get_queryset(self):
        rows = super().get_queryset().order_by("-decided_on", "-pk")
        self.filterset = PublicFilter(self.request.GET, rows, request=self.request)
        return self.filterset.qs

    def get_context_data(self, **kwargs):
        withdrawn = Notice.objects.withdrawn().order_by("-withdrawn_on", "-pk")
        return super().get_context_data(
            filter=self.filterset,
            withdrawn=withdrawn.only("number", "issuer", "withdrawn_on", "withdrawal_reason")[:50],
            **kwargs,
        )


@method_decorator(login_not_required, name="dispatch")
class PublicDetailView(Published, generic.DetailView):
    template_name = "publicity/public_detail.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            credit_source=credit_source(self.object.decided_on),
            bureau_name=self.object.issuer,
            pairs=pairs_of(self.object),
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
