"""The bases of every page: a permission is named, and rows come only from the user's scope."""

import functools

from django.contrib import messages
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect, HttpResponseServerError
from django.template import loader
from django.utils import timezone
from django.utils.functional import cached_property
from django.views import generic

from archives_enforcement import meanwhile, sending

CACHED = (cached_property, functools.cached_property)


def failed(request):
    """The page of a failure; made without the database, which may be what failed."""
    reference = getattr(request, "number", "")  # under which the log has it (logs.RequestNumber)
    page = loader.render_to_string("500.html", {"reference": reference})
    return HttpResponseServerError(page)


def layout_for(user) -> str:
    """A unit's people read plain pages; staff have the menu."""
    return "base.html" if user.bureau_id else "portal.html"


class Permitted(PermissionRequiredMixin):
    """Without `permission_required` Django refuses to serve the page; no permission is 403."""

    raise_exception = True


class Guarded(Permitted):
    """Rows outside the user's scope are 404, so that nobody learns that they exist."""

    to_act = False  # a page that changes a record offers only the rows the user may act on

    def get_queryset(self):
        rows = super().get_queryset()
        user = self.request.user
        return rows.open_to(user) if self.to_act else rows.visible_to(user)


class TemplateView(Permitted, generic.TemplateView):
    pass


class ListView(Guarded, generic.ListView):
    """A list that filters, keeps its filter in the URL and pages; htmx gets the table alone."""

    paginate_by = 20
    filterset_class = None
    filterset = None

    def get_queryset(self):
        rows = super().get_queryset()
        if self.filterset_class is None:
            return rows
        self.filterset = self.filterset_class(self.request.GET, rows, request=self.request)
        return self.filterset.qs

    def get_context_data(self, **kwargs):
        return super().get_context_data(filter=self.filterset, today=timezone.localdate(), **kwargs)


class DetailView(Guarded, generic.DetailView):
    """One record with its next step, its acts and why an act is not open yet."""

    workflow = None

    def get_context_data(self, **kwargs):
        today = timezone.localdate()
        if self.workflow is not None:
            kwargs.setdefault(
                "offers", self.workflow.offers(self.object, self.request.user, on=today)
            )
        return super().get_context_data(today=today, **kwargs)


class ActMixin:
    """A form whose input goes to exactly one service; a refusal comes back on the same page."""

    success_message = ""

    def perform(self, form):
        """Call the service; its ValidationError is shown beside what was typed."""
        raise NotImplementedError

    def check_first(self):
        """Asked in the transaction of the act, before anything else; a ValidationError refuses."""

    def act_date(self, form):
        """The legal date of the act: today, or an earlier day entered with the 补录 permission."""
        return form.cleaned_data.get("on") or timezone.localdate()

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs()
        if getattr(self.get_form_class(), "wants_actor", False):
            kwargs["actor"] = self.request.user
        return kwargs

    def form_valid(self, form):
        try:
            with sending.before_the_act(self.check_first):
                self.result = self.perform(form)
        except ValidationError as refusal:
            form.add_error(None, refusal)
            return self.form_invalid(form)
        if message := self.get_success_message():
            messages.success(self.request, message)
        return HttpResponseRedirect(self.get_success_url())

    def form_invalid(self, form):
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def get_success_message(self):
        return self.success_message


class FormView(ActMixin, Permitted, generic.FormView):
    """An act that begins a record."""


class ActView(ActMixin, Guarded, generic.detail.SingleObjectMixin, generic.FormView):
    """An act on one record: GET asks, POST does it."""

    to_act = True

    def dispatch(self, request, *args, **kwargs):
        if not self.has_permission():
            return self.handle_no_permission()
        self.object = self.get_object()
        return super().dispatch(request, *args, **kwargs)

    seen_now = ""  # what the record shows, once it was told that it changed

    def get_success_url(self):
        return self.object.get_absolute_url()

    def seen(self, form) -> str:
        """What the person had before him when he began to type (`meanwhile`)."""
        if not form.is_bound:
            return meanwhile.shown(form)
        return self.seen_now or self.request.POST.get(meanwhile.FIELD, "")

    def check_first(self):
        """Refuse to save over what was saved since the page was opened."""
        if not (seen := self.request.POST.get(meanwhile.FIELD)):
            return
        rows = type(self.object)._base_manager.select_for_update()
        rows.filter(pk=self.object.pk).values_list("pk").first()
        self._read_anew()
        form = self.get_form_class()(**self._kwargs_of_an_empty_form())
        if why := meanwhile.refusal(form, seen):
            self.seen_now = meanwhile.shown(form)
            raise ValidationError(why)

    def _read_anew(self):
        """The record, and all that the page has worked out from it."""
        self.object = self.get_object()
        for name in [*vars(self)]:
            if isinstance(getattr(type(self), name, None), CACHED):
                delattr(self, name)

    def _kwargs_of_an_empty_form(self):
        kwargs = self.get_form_kwargs()
        return {name: value for name, value in kwargs.items() if name not in ("data", "files")}
