"""Pages on which any paper of the catalogue is drafted: choose the kind, fill in, see the sheet."""

from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from archives_enforcement import views
from archives_enforcement.documents import composing, drafting, kinds, services
from archives_enforcement.documents.forms import papers as forms
from archives_enforcement.documents.models import Document
from archives_enforcement.documents.workflow import not_revisable, own_or_drafter
from archives_enforcement.navigation import Crumb
from archives_enforcement.workflow import Act, Refused


class SubjectMixin:
    """The record on which the paper is drafted; an unknown sort of record does not exist."""

    @property
    def about(self) -> str:
        return self.kwargs["about"]

    @property
    def queryset(self):
        if self.about not in drafting.SUBJECTS:
            raise Http404("没有这一类事项。")
        return drafting.SUBJECTS[self.about].model.objects.all()

    def crumbs(self, *last: Crumb) -> list[Crumb]:
        page = drafting.SUBJECTS[self.about].page(self.object)
        return [Crumb(str(self.object), page), *last]


class KindPickView(SubjectMixin, views.DetailView):
    """What may be drafted on one record, phase by phase; what is closed says why."""

    permission_required = drafting.KEEP
    template_name = "documents/draft_pick.html"
    to_act = True

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            phases=[
                (title, rows)
                for title, table in kinds.PHASES.items()
                if (rows := list(self._rows(table)))
            ],
            crumbs=self.crumbs(Crumb("起草文书")),
            **kwargs,
        )

    def _rows(self, table):
        today = timezone.localdate()
        for code, kind in table.items():
            if self.about in kind.about and self.request.user.has_perm(kind.drafter):
                why = drafting.refusal(self.about, self.object, code, today)
                url = reverse("documents:draft", args=[self.about, self.object.pk, code])
                basis = drafting.SUBJECTS[self.about].basis(self.object, code)
                yield {"kind": kind, "basis": basis, "url": "" if why else url, "why": why}


class SheetBesideForm:
    """The sheet of what is typed stands beside the form; “刷新样张” shows it without saving."""

    template_name = "documents/draft_form.html"

    def post(self, request, *args, **kwargs):
        if "preview" in request.POST:
            form = self.get_form()
            return self.render_to_response(self.get_context_data(form=form, previewing=True))
        return super().post(request, *args, **kwargs)

    def get_success_message(self):
        absent = composing.missing(self.result.kind, self.result.fields)
        lacks = f"还没有填写{'、'.join(absent)}，填好以后才能提交。" if absent else "请核对样张。"
        return f"草稿已保存。{lacks}"

    def sheet(self, document: Document, form) -> dict:
        """The paper as it stands in the form; a fact still missing shows its name in brackets."""
        typed = {
            name: value for name, value in form.typed().items() if value or name in forms.BESIDE
        }
        missing = {
            name: f"〔{label}〕" for name, label in kinds.KINDS[document.kind].fields.items()
        }
        document.fields = {**missing, **document.fields, **typed}
        document.title = form["title"].value() or document.title
        return composing.content(document, number="（签发时编号）", on=None)


class DraftView(SheetBesideForm, SubjectMixin, views.ActView):
    """One paper of the catalogue: what the record says stands there already."""

    permission_required = drafting.KEEP  # and what the catalogue asks of the drafter
    form_class = forms.PaperForm

    @property
    def kind(self) -> kinds.Kind:
        kind = kinds.KINDS.get(self.kwargs["kind"])
        if kind is None:
            raise Http404("没有这一种文书。")
        return kind

    def get_permission_required(self):
        return (self.permission_required, self.kind.drafter)

    def why_not(self) -> str | None:
        return drafting.refusal(self.about, self.object, self.kwargs["kind"], timezone.localdate())

    def known(self) -> dict:
        if self.why_not():
            return {}
        return drafting.known_facts(
            self.about, self.object, self.kwargs["kind"], timezone.localdate()
        )

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"kind": self.kwargs["kind"], "known": self.known()}

    def get_context_data(self, **kwargs):
        context = super().get_context_data(
            title=self.kind.label,
            basis=drafting.SUBJECTS[self.about].basis(self.object, self.kwargs["kind"]),
            why_not=self.why_not(),
            crumbs=self.crumbs(Crumb("起草文书", self._pick()), Crumb(self.kind.label)),
            cancel_url=self._pick(),
            **kwargs,
        )
        if not context["why_not"]:
            context["content"] = self.sheet(self._unsaved(), context["form"])
        return context

    def _pick(self) -> str:
        return reverse("documents:draft-pick", args=[self.about, self.object.pk])

    def _unsaved(self) -> Document:
        bureau = self.object.owning_bureau()
        try:
            wording = composing.wording_on(self.kwargs["kind"], timezone.localdate())
        except Refused as missing:
            raise Http404(missing.message) from missing
        return Document(
            bureau=bureau,
            party=drafting.SUBJECTS[self.about].party(self.object),
            kind=self.kwargs["kind"],
            title=self.kind.label,
            wording=wording,
            fields=self.known(),
        )

    def perform(self, form):
        return services.draft_about(
            self.about,
            self.object,
            self.kwargs["kind"],
            title=form.cleaned_data["title"],
            fields=self.known() | form.facts(),
            actor=self.request.user,
            on=self.act_date(form),
        )

    def get_success_url(self):
        return self.result.get_absolute_url()


class ReviseView(SheetBesideForm, views.ActView):
    """Change a draft beside its sheet."""

    permission_required = drafting.KEEP
    queryset = Document.objects.select_related("party", "bureau", "wording", "drafted_by")
    form_class = forms.PaperForm

    def get_form_kwargs(self):
        document = self.object
        return super().get_form_kwargs() | {
            "kind": document.kind,
            "known": document.fields,
            "title": document.title,
        }

    def get_context_data(self, **kwargs):
        context = super().get_context_data(
            title=f"修改{self.object.get_kind_display()}",
            why_not=self.why_not(),
            basis=drafting.basis_of(self.object),
            crumbs=[
                Crumb("文书", reverse("documents:document-list")),
                Crumb(str(self.object), self.object.get_absolute_url()),
                Crumb("修改"),
            ],
            cancel_url=self.object.get_absolute_url(),
            **kwargs,
        )
        return context | {"content": self.sheet(self.object, context["form"])}

    def why_not(self) -> str | None:
        act = Act(self.request.user, timezone.localdate())
        return not_revisable(self.object) or own_or_drafter(self.object, act)

    def perform(self, form):
        return services.revise(
            Document.objects.get(pk=self.object.pk),
            actor=self.request.user,
            on=self.act_date(form),
            fields=form.facts(),
            title=form.cleaned_data["title"],
        )
