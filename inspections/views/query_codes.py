"""查询码 on its way to the page that shows it once: in a signed cookie, never in the database.

`page` is the address of that page: no other shows the code.
"""

from django.conf import settings
from django.core.signing import BadSignature

from archives_enforcement.documents.verification import typed

NAME, SALT, LASTS = "query-code", "inspections.tip", 600  # seconds


def carry(response, code: str, page: str):
    """Let the next page show the code."""
    response.set_signed_cookie(
        NAME, code, salt=f"{SALT}{page}", max_age=LASTS, httponly=True, samesite="Strict",
        secure=settings.SESSION_COOKIE_SECURE,
    )  # fmt: skip
    return response


def carried(request) -> str:
    """The code as it is read out and written down; empty when there is none to show."""
    try:
        salt = f"{SALT}{request.path}"
        return typed(request.get_signed_cookie(NAME, salt=salt, max_age=LASTS))
    except (KeyError, BadSignature):
        return ""


def shown(response):
    """It was shown: a second look shows it no more."""
    response.delete_cookie(NAME, samesite="Strict")
    response.headers["Cache-Control"] = "no-store"
    return response
