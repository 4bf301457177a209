"""Pages of 送达地址（电子送达）确认书: those of one party, entering one, revoking one."""

from django.urls import reverse

from archives_enforcement import views
from archives_enforcement.accounts.models import Party
from archives_enforcement.documents import services
from archives_enforcement.documents.delivery_guards import confirmation_on
from archives_enforcement.documents.forms import addresses as forms
from archives_enforcement.documents.models import AddressConfirmation
from archives_enforcement.documents.views.acting import PaperActView
from archives_enforcement.files.queries import files_by_record
from archives_enforcement.navigation import Crumb


def list_of(party) -> str:
    return reverse("documents:address-list", args=[party.pk])


class AddressListView(views.DetailView):
    """Every confirmation of one party, the newest first; which one counts today."""

    permission_required = "documents.view_document"
    model = Party
    template_name = "documents/address_list.html"
    context_object_name = "party"

    def get_context_data(self, **kwargs):
        party, user = self.object, self.request.user
        context = super().get_context_data(**kwargs)
        rows = list(
            AddressConfirmation.objects.visible_to(user).filter(party=party).order_by("-pk")
        )
        scans = files_by_record(rows, user)
        return context | {
            "layout": views.layout_for(user),
            "confirmations": [(row, scans[row.pk]) for row in rows],
            "current": confirmation_on(party, context["today"]),
        }


class AddressActView(PaperActView):
    """An act on the confirmations of one party."""

    @property
    def party(self) -> Party:
        return self.object

    def get_context_data(self, **kwargs):
        crumbs = [Crumb(f"{self.party}的送达地址", list_of(self.party)), Crumb(self.title)]
        return super().get_context_data(crumbs=crumbs, **kwargs)

    def get_success_url(self):
        return list_of(self.party)


class AddressRegisterView(AddressActView):
    permission_required = "documents.deliver_document"
    model = Party
    form_class = forms.AddressForm
    title, submit_label = "登记送达地址确认书", "登记"
    success_message = "确认书已登记。"

    def perform(self, form):
        return services.register_address(
            self.object, actor=self.request.user, on=self.act_date(form), **form.terms()
        )


class AddressRevokeView(AddressActView):
    permission_required = "documents.deliver_document"
    queryset = AddressConfirmation.objects.select_related("party", "bureau")
    model = AddressConfirmation
    form_class = forms.RevokeAddressForm
    title, submit_label, success_message = "撤回确认书", "登记撤回", "已登记撤回。"

    def perform(self, form):
        return services.revoke_address(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            note=form.cleaned_data["note"],
            files=form.cleaned_data["files"],
        )

    @property
    def party(self) -> Party:
        return self.object.party
