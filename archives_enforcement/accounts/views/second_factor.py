"""Pages of 两步验证: setting it up, and the second step of a sign-in."""

from urllib.parse import quote

import segno
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import SafeString
from django.views.generic import FormView

from archives_enforcement.accounts import gates, services
from archives_enforcement.accounts.forms.second_factor import CodeForm, FirstCodeForm
from archives_enforcement.accounts.models import SecondFactor
from archives_enforcement.views import ActMixin

ISSUER = "档案行政执法"


class WayBack:
    """Afterwards one goes on to the page that was asked for, if it is one of ours."""

    @property
    def next_page(self) -> str:
        page = self.request.GET.get("next", "")
        host = {self.request.get_host()}
        secure = self.request.is_secure()
        ours = url_has_allowed_host_and_scheme(page, allowed_hosts=host, require_https=secure)
        return page if ours else reverse("home")


class SetUpView(WayBack, ActMixin, FormView):
    """开通两步验证: first a secret for the telephone, then the code that the telephone shows."""

    form_class = FirstCodeForm
    template_name = "accounts/second_factor.html"

    @property
    def row(self) -> SecondFactor | None:
        return SecondFactor.objects.visible_to(self.request.user).first()

    def post(self, request, *args, **kwargs):
        if "begin" not in request.POST:
            return super().post(request, *args, **kwargs)
        if self.row is None or not self.row.confirmed_at:
            services.begin_second_factor(request.user)
        return redirect(request.get_full_path())

    def perform(self, form):
        if self.row is None:
            services.begin_second_factor(self.request.user)
        return services.confirm_second_factor(
            self.request.user, code=form.cleaned_data["code"], on=timezone.localdate()
        )

    def form_valid(self, form):
        answer = super().form_valid(form)
        if not form.is_valid():
            return answer
        gates.passed(self.request)
        return self.render_to_response(self.get_context_data(codes=self.result))

    def get_success_url(self):
        return self.next_page

    def get_context_data(self, **kwargs):
        row = self.row
        if row and row.sealed and not row.confirmed_at:
            kwargs |= _shown_to_telephone(row)
        return super().get_context_data(
            row=row,
            needed=gates.needs_second_factor(self.request.user),
            next_page=self.next_page,
            **kwargs,
        )


def _shown_to_telephone(row: SecondFactor) -> dict:
    """The secret as a picture and as text."""
    typed = services.typed_secret(row)
    who = quote(f"{ISSUER}:{row.user.username}")
    address = f"otpauth://totp/{who}?secret={typed.replace(' ', '')}&issuer={quote(ISSUER)}"
    drawn = segno.make_qr(address).svg_inline(scale=4, svgclass=None, lineclass=None)
    return {"typed_secret": typed, "picture": SafeString(drawn)}


class CheckView(WayBack, FormView):
    """The second step of a sign-in."""

    form_class = CodeForm
    template_name = "accounts/second_factor_check.html"

    def dispatch(self, request, *args, **kwargs):
        shown = request.session.get(gates.STATE) == gates.PASSED
        if shown or not gates.has_second_factor(request.user):
            return redirect(self.next_page)
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form):
        why = services.check_second_factor(
            self.request.user, code=form.cleaned_data["code"], on=timezone.localdate()
        )
        if why:
            form.add_error("code", why)
            return self.form_invalid(form)
        gates.passed(self.request)
        return redirect(self.next_page)

    def form_invalid(self, form):
        return self.render_to_response(self.get_context_data(form=form), status=422)
