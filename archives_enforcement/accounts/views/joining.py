"""Where the link of an invitation leads: whoever holds it sets himself up, once."""

from django.contrib.auth.decorators import login_not_required
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.generic import FormView

from archives_enforcement.accounts import services
from archives_enforcement.accounts.forms.unit_people import AccountForm, PasswordForm
from archives_enforcement.forms import PageForm
from archives_enforcement.views import ActMixin


@method_decorator(login_not_required, name="dispatch")
class JoinView(ActMixin, FormView):
    """A link that does not hold says so and nothing else; looking at one does not use it up."""

    template_name = "accounts/join.html"

    def dispatch(self, request, *args, **kwargs):
        given = services.invitation_of(kwargs["token"])
        self.restores = given is not None and given.restores_id is not None
        self.invitation = given if given and given.is_open else None
        response = super().dispatch(request, *args, **kwargs)
        # Never the link itself; but under no-referrer a browser sends the form from "null".
        response.headers["Referrer-Policy"] = "strict-origin"
        response.headers["Cache-Control"] = "no-store"
        return response

    def get_form_class(self):
        if self.restores:
            return PasswordForm
        return PageForm if self.request.user.is_authenticated else AccountForm

    def get_context_data(self, **kwargs):
        party = self.invitation.party if self.invitation else None
        bureau = party.bureau if party else None
        return super().get_context_data(
            invitation=self.invitation,
            restores=self.restores,
            party=party,
            bureau=bureau,
            **kwargs,
        )

    def perform(self, form):
        if self.restores:
            password = form.cleaned_data["password"]
            return services.set_password(
                self.kwargs["token"], on=timezone.localdate(), password=password
            )
        user = self.request.user if self.request.user.is_authenticated else None
        account = {} if user else form.account
        return services.accept_invitation(
            self.kwargs["token"], on=timezone.localdate(), user=user, **account
        )

    def get_success_message(self):
        if self.restores:
            return "新密码已设好，请用它登录。"
        return f"已开通，您可以办理{self.result.party}的事项。"

    def get_success_url(self):
        return reverse("login" if self.restores else "home")
