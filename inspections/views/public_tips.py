"""举报投诉 by anybody, without signing in: the form, the receipt with its code, and the query.

Nothing of who sent it is kept but what he wrote himself. A wrong code and a missing one are
answered alike.
"""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponseRedirect
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views import generic
from django.views.decorators.cache import never_cache

from archives_enforcement.rate_limit import network, requests_in_window
from archives_enforcement.views import ActMixin
from archives_enforcement.workflow import Refused
from inspections.forms.tips import AskForm, SendForm
from inspections.queries import tips as queries
from inspections.services import tips as services
from inspections.views import query_codes

HOUR = 60 * 60  # seconds
TOO_MANY = "您所在的网络一小时内提交的举报投诉太多，这一件没有收下，请过一小时再提交，"
BUSY = "现在提交举报投诉的人太多，这一件没有收下，请过一两分钟再提交，"
KEPT = "填写的内容还在，材料需要重新选择。急的请打电话或者写信。"
open_page = method_decorator([login_not_required, never_cache], name="dispatch")


@open_page
class SendView(ActMixin, generic.FormView):
    form_class = SendForm
    template_name = "inspections/public_tip.html"
    success_url = reverse_lazy("tips:sent")

    def perform(self, form):
        """What a program filled in is thanked for and thrown away."""
        if form.is_by_a_program:
            return queries.new_code()
        if why := too_many(network(self.request.META.get("REMOTE_ADDR", ""))):
            raise Refused(why)
        facts = {name: value for name, value in form.cleaned_data.items() if name != "homepage"}
        return services.send(on=timezone.localdate(), **facts)

    def form_valid(self, form):
        response = super().form_valid(form)
        if isinstance(response, HttpResponseRedirect):
            query_codes.carry(response, self.result, response.url)
        return response


def too_many(address: str) -> str:
    """Why no more is taken now; one address uses up its own share and nobody else's.

    What an address sends beyond its share is not counted among what all send together.
    """
    if requests_in_window(f"tips-taken/{address}", HOUR) > settings.TIPS_PER_HOUR:
        return f"{TOO_MANY}{KEPT}"
    if requests_in_window("tips-taken") > settings.TIPS_PER_MINUTE:
        return f"{BUSY}{KEPT}"
    return ""


@open_page
class SentView(generic.TemplateView):
    """The receipt, once."""

    template_name = "inspections/public_tip_sent.html"

    def get(self, request, *args, **kwargs):
        response = super().get(request, *args, code=query_codes.carried(request), **kwargs)
        return query_codes.shown(response)


@open_page
class QueryView(generic.FormView):
    form_class = AskForm
    template_name = "inspections/public_tip_query.html"

    def form_valid(self, form):
        told = queries.by_code(form.cleaned_data["code"])
        return self.render_to_response(self.get_context_data(form=form, told=told, asked=True))

    def form_invalid(self, form):
        return self.render_to_response(self.get_context_data(form=AskForm(), asked=True))
