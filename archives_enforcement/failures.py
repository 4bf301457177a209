"""What people are told when a request cannot be done although they did nothing wrong."""

import sys

from django.db import InterfaceError, InternalError, OperationalError, ProgrammingError
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.views import defaults

from archives_enforcement.audit.trail import NotRecorded

# The database is away, full, read-only, refuses the entry in the trail, or is of another version.
UNAVAILABLE = (InterfaceError, InternalError, NotRecorded, OperationalError, ProgrammingError)
WAIT = 30  # seconds


def server_error(request) -> HttpResponse:
    """503 where the database is to blame, which has undone the act; else the page of a fault."""
    if not isinstance(sys.exc_info()[1], UNAVAILABLE):
        return defaults.server_error(request)
    headers = {"Retry-After": str(WAIT), "Cache-Control": "no-store"}
    return HttpResponse(render_to_string("503.html"), status=503, headers=headers)
