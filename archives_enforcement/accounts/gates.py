"""登录以后、办事以前: what somebody must still do before a page opens to him.

A post that signs, decides or administrates needs a second factor where SECOND_FACTOR is on
(GB/T 22239-2019 8.1.4.1 d), and whoever has set one up is always asked for it. A password that has
ended (PASSWORD_DAYS) is changed first. Nothing but the pages named here opens meanwhile, the
administration included.
"""

from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.http import HttpResponseRedirect
from django.urls import reverse

from archives_enforcement.accounts.passwords import why_change

STATE, PASSED = "second_factor", "passed"
SET_UP, CHECK = "accounts:second-factor", "accounts:second-factor-check"
NEW_WORD = "password_change"
OPEN = {CHECK, "login", "logout", "session", "livez", "readyz", "metrics", "robots"}
DECIDING = ("sign_", "approve_", "decide_", "adopt_", "endorse_", "issue_", "reset_", "assign_")


class SignInGates:
    """Lead to what is missing, and from there back to the page that was asked for."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if SESSION_KEY not in request.session or not request.user.is_authenticated:
            return None
        page = _missing(request)
        here = request.resolver_match.view_name
        if page is None or here == page or here in OPEN:
            return None
        back = request.get_full_path() if request.method == "GET" else reverse("home")
        return HttpResponseRedirect(f"{reverse(page)}?{urlencode({'next': back})}")


def _missing(request) -> str | None:
    """The page where this person has to go first."""
    if request.session.get(STATE) != PASSED:
        if has_second_factor(request.user):
            return CHECK
        if needs_second_factor(request.user):
            return SET_UP
    return NEW_WORD if why_change(request.user) else None


def has_second_factor(user) -> bool:
    """Whether he is asked for one; it comes with the person (`RoleBackend.get_user`)."""
    factor = getattr(user, "second_factor", None)
    return factor is not None and factor.confirmed_at is not None


def needs_second_factor(user) -> bool:
    """Whether a post he holds, or stands in for today, may not do with a password alone."""
    if not settings.SECOND_FACTOR:
        return False
    names = (name.partition(".")[2] for name in user.rights.permissions)
    return user.is_staff or any(name.startswith(DECIDING) for name in names)


def passed(request) -> None:
    """The second factor was shown: the session gets a new key, as with the first."""
    request.session[STATE] = PASSED
    request.session.cycle_key()
