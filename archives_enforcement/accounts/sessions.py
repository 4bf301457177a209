"""登录的结束: when a session ends on the server, whatever the browser still holds.

A session ends after SESSION_IDLE_MINUTES without a request, SESSION_HOURS after the sign-in at the
latest, and at once when the password, the posts or the state of the account change
(GB/T 22239-2019 8.1.4.1 b: 登录连接超时自动退出).
"""

import time
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.contrib.auth import SESSION_KEY, logout
from django.db.models import F
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme

from archives_enforcement.accounts.models import User

BEGAN, SEEN = "began", "seen"  # seconds since 1970, in the session
SEEN_EVERY = 60  # seconds: no more often is a request written down


class SessionLimits:
    """Sign out who was away too long, and say so where he is sent to sign in."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if SESSION_KEY in request.session:
            _end_or_note(request)
        who = request.session.get(SESSION_KEY)
        response = self.get_response(request)
        if request.session.get(SESSION_KEY) not in (None, who):  # by whatever door he came in
            request.session[BEGAN] = request.session[SEEN] = time.time()
        if getattr(response, "url", "").startswith(resolve_url(settings.LOGIN_URL) + "?"):
            _say_that_it_ended(request, response)
        return response


def _end_or_note(request) -> None:
    now, session = time.time(), request.session
    began, seen = session.get(BEGAN, now), session.get(SEEN, now)
    idle, whole = settings.SESSION_IDLE_MINUTES * 60, settings.SESSION_HOURS * 3600
    if now - seen >= idle or now - began >= whole:
        logout(request)
    elif abs(now - seen) >= SEEN_EVERY:
        session[SEEN] = now


def _say_that_it_ended(request, response) -> None:
    """Only to who came with a session that is no more; others are merely asked to sign in."""
    came_with_one = request.COOKIES.get(settings.SESSION_COOKIE_NAME)
    if not came_with_one or not request.session.is_empty():
        return
    facts = {"ended": "yes"}
    if request.method == "POST":
        facts |= {"unsent": "yes", "next": _page_of_the_form(request)}
    else:
        facts |= {"next": request.get_full_path()}
    response.headers["Location"] = f"{resolve_url(settings.LOGIN_URL)}?{urlencode(facts)}"


def _page_of_the_form(request) -> str:
    """Where somebody stood who sent a form: its own address need not be a page."""
    came_from = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(
        came_from, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        return request.get_full_path()
    parts = urlsplit(came_from)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def end_all_of(*people: int) -> None:
    """Each session of these people is over with its next request."""
    User.objects.filter(pk__in=people).update(session_round=F("session_round") + 1)
