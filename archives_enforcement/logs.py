"""运行日志: one JSON object a line, with the number of the request and without personal data.

What somebody typed, an address with its query or its secret, and the words of an exception never
come into a line (个人信息保护法第五十一条): an exception leaves its class and where it arose.
"""

import json
import logging
import re
import time
import traceback
from contextvars import ContextVar
from uuid import uuid4

from django.utils import timezone

LOGGER = logging.getLogger("archives_enforcement.requests")
MASKED = (
    re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+"),  # e-mail
    re.compile(r"(?<![\w-])[A-Za-z0-9_-]{20,}(?![\w-])"),  # a token of a link
    re.compile(r"\d{6,}[\dXx]?"),  # telephone, identity card, credit code
    re.compile(r"(?<=\?)\S+"),  # a query
    re.compile(r"(%[0-9A-Fa-f]{2})+"),  # what was typed into an address
    re.compile(r"[\u3400-\u9fff]+"),  # any Chinese word: names of people and units among them
)
_request: ContextVar[str] = ContextVar("request", default="")


class JsonLines(logging.Formatter):
    def format(self, record):
        line = {
            "time": timezone.localtime().isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": masked(_words(record)),
        }
        line |= getattr(record, "facts", {})
        if number := _request.get():
            line["request"] = number
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
            line["at"] = [
                f"{frame.filename}:{frame.lineno} {frame.name}"
                for frame in traceback.extract_tb(record.exc_info[2])[-12:]
            ]
        return json.dumps(line, ensure_ascii=False)


def _words(record) -> str:
    """The message with its arguments, those that are exceptions by class alone."""
    given = record.args if isinstance(record.args, tuple) else ()
    if not given:
        return record.getMessage()
    named = [type(one).__name__ if isinstance(one, BaseException) else one for one in given]
    return str(record.msg) % tuple(named)


def masked(text: str) -> str:
    """The text without what may be personal or secret, on one line."""
    for pattern in MASKED:
        text = pattern.sub("…", text)
    return " ".join(text.split())


class RequestNumber:
    """Give each request a number, tell it to the browser, and write one line about its answer.

    The line names the page by its name in the table of addresses, never by its address, and the
    person by his key.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.number, began = uuid4().hex[:16], time.monotonic()
        token = _request.set(request.number)
        try:
            response = self.get_response(request)
            response.headers["X-Request-ID"] = request.number
            LOGGER.info("answered", extra={"facts": _facts(request, response, began)})
        finally:
            _request.reset(token)
        return response


def _facts(request, response, began: float) -> dict:
    match = request.resolver_match
    user = getattr(request, "user", None)
    return {
        "method": request.method,
        "page": match.view_name if match else "",
        "status": response.status_code,
        "milliseconds": round((time.monotonic() - began) * 1000),
        "person": user.pk if user is not None and user.is_authenticated else None,
        "address": request.META.get("REMOTE_ADDR", ""),
    }
