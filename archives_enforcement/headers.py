"""Response headers that Django 5.2 does not set by itself."""

from django.conf import settings
from django.core.exceptions import BadRequest

PERMISSIONS_POLICY = "camera=(self), geolocation=(self), microphone=(), payment=(), usb=()"

UTF_8 = ("utf-8", "utf8")
WORKER = "js/offline/worker."
OFFLINE_PAGE = "/inspections/offline/"


def of_static_file(headers, path: str, url: str) -> None:
    """Let the worker serve the offline page; a browser ties it to its own folder otherwise."""
    if WORKER in url:
        headers["Service-Worker-Allowed"] = OFFLINE_PAGE


class ClientAddress:
    """Behind our own proxy (BEHIND_PROXY=1) the person's address is the last one it added.

    Without it the lock-out at sign-in would count everybody as one; without the proxy the header
    could be made up, so it is not read then.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        forwarded = request.headers.get("X-Forwarded-For", "")
        if settings.BEHIND_PROXY and forwarded:
            request.META["REMOTE_ADDR"] = forwarded.rsplit(",", 1)[-1].strip()
        return self.get_response(request)


class OneEncoding:
    """What no text of ours can hold is refused before a page reads it.

    A body that names another encoding than UTF-8 (some of them decode nothing), and an address
    with the character NUL, which PostgreSQL takes in no question.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if (request.content_params or {}).get("charset", "utf-8").lower() not in UTF_8:
            raise BadRequest("only UTF-8 is read here")
        if "\0" in request.path_info or "%00" in request.META["QUERY_STRING"]:
            raise BadRequest("no NUL in an address")
        return self.get_response(request)


class SecurityHeaders:
    """Strict Content-Security-Policy; pages of signed-in people are never stored by a proxy."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", settings.SECURE_CSP)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        if getattr(request, "user", None) is not None and request.user.is_authenticated:
            response.headers.setdefault("Cache-Control", "no-store")
        return response
