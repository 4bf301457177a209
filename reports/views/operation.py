"""For the proxy and the monitor: is the process alive, is the site ready, and its figures."""

from ipaddress import ip_address, ip_network

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse, JsonResponse
from django.utils.decorators import method_decorator
from django.views import View

from reports import operation


@method_decorator(login_not_required, name="dispatch")
class AliveView(View):
    """The process answers; nothing else is asked, so that a full disk restarts no web server."""

    def get(self, request):
        return JsonResponse({"status": "ok"})


@method_decorator(login_not_required, name="dispatch")
class ReadyView(View):
    """One word to anybody; what is amiss stands in the figures, for those who may read them."""

    def get(self, request):
        ready = operation.is_ready()
        word = "ok" if ready else "not ready"
        return JsonResponse({"status": word}, status=200 if ready else 503)


@method_decorator(login_not_required, name="dispatch")
class MetricsView(View):
    """The figures as Prometheus reads them, to the addresses of METRICS_ADDRESSES alone."""

    def get(self, request):
        if not may_read(request.META.get("REMOTE_ADDR", "")):
            raise Http404
        lines = []
        for gauge in operation.gauges():
            name = f"archives_{gauge.name}"
            lines += [f"# HELP {name} {gauge.meaning}", f"# TYPE {name} gauge"]
            lines.append(f"{name} {gauge.value}")
        text = "\n".join((*lines, ""))
        return HttpResponse(text, content_type="text/plain; version=0.0.4; charset=utf-8")


def may_read(address: str) -> bool:
    """Whether the address is in one of the networks named."""
    try:
        who = ip_address(address)
    except ValueError:
        return False  # a Unix socket: whoever asked, it is not known
    return any(who in ip_network(named) for named in settings.METRICS_ADDRESSES)
