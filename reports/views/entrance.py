"""Where people arrive."""

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.views import View

ENTRANCES = (
    ("reports.view_workbench", "reports:workbench"),
    ("reports.view_portal", "reports:portal"),
    ("inspections.view_invitation", "inspections:invitation-list"),
    ("accounts.read_administration", "audit:entry-list"),
)


class HomeView(View):
    """Send each person to the page his day begins with."""

    def get(self, request):
        if must_confirm_identity(request.user):
            return redirect("accounts:bureau-identity")
        for permission, page in ENTRANCES:
            if request.user.has_perm(permission):
                return redirect(page)
        if request.user.is_staff:
            return redirect("admin:index")
        raise PermissionDenied("您的账号还没有岗位，请联系系统管理员。")


def must_confirm_identity(user) -> bool:
    """Whether the bureau can sign nothing until this person has said in whose name it acts."""
    if not user.has_perm("accounts.confirm_identity") or user.bureau is None:
        return False
    return user.bureau.identity_confirmed_on is None


@method_decorator(login_not_required, name="dispatch")
class RobotsView(View):
    """Only what is published may be indexed."""

    def get(self, request):
        text = "User-agent: *\nDisallow: /\nAllow: /publicity/public/\n"
        return HttpResponse(text, content_type="text/plain")
