"""限制访问次数: how often one address may ask for pages that are open without signing in.

Counts are kept in Django's cache, which all processes of the site must share.
"""

import fcntl
import logging
import time
from contextlib import contextmanager
from ipaddress import ip_network
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.core.cache.backends.filebased import FileBasedCache
from django.shortcuts import render
from redis.exceptions import RedisError

WINDOW = 60  # seconds
LOGGER = logging.getLogger(__name__)


class OpenPageLimit:
    """Answer 429 when an address asks more often than REQUESTS_PER_MINUTE allows.

    Every page that needs no sign-in is counted, by itself: none can be forgotten. In a namespace
    with its own limit whatever asks about something (a form sent, an address that names it) shares
    one count; its blank forms and all other pages share the count of "".
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if getattr(view, "login_required", True):
            return None
        namespace = request.resolver_match.namespace
        asks = request.method == "POST" or bool(kwargs)
        name = namespace if asks and namespace in settings.REQUESTS_PER_MINUTE else ""
        who = network(request.META.get("REMOTE_ADDR", ""))
        if requests_in_window(f"{name}/{who}") <= settings.REQUESTS_PER_MINUTE[name]:
            return None
        response = render(request, "429.html", status=429)
        response.headers["Retry-After"] = str(WINDOW)
        return response


def network(address: str) -> str:
    """The address; of IPv6 its /64, which one subscriber has whole."""
    try:
        return str(ip_network((address, 64 if ":" in address else 32), strict=False))
    except ValueError:
        return ""  # a Unix socket: all who come that way are one


def requests_in_window(key: str, window: int = WINDOW) -> float:
    """Count this request, and tell how many the last `window` seconds saw.

    The window slides: of the stretch of the clock before, the part that it still covers is counted,
    so that no burst hides across the turn of a minute. Without the cache nobody is turned away: a
    site that signs people in matters more, and no code can be guessed in that time either.
    """
    stretch, second = divmod(time.time(), window)
    now, before = (f"requests/{key}/{int(stretch) - ago}" for ago in (0, 1))
    try:
        cache.add(now, 0, 2 * window)
        return cache.incr(now) + cache.get(before, 0) * (1 - second / window)
    except (OSError, RedisError, ValueError) as error:
        LOGGER.warning("requests are not counted: %s", error)
        return 0


class LockedFileCache(FileBasedCache):
    """The cache of a site without Redis: files whose counts two processes cannot both take."""

    def add(self, *args, **kwargs):
        with self._alone():
            return super().add(*args, **kwargs)

    def incr(self, *args, **kwargs):
        with self._alone():
            return super().incr(*args, **kwargs)

    @contextmanager
    def _alone(self):
        self._createdir()
        with open(Path(self._dir) / "lock", "w", encoding="ascii") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
