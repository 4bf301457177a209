"""What people are told when a request cannot be done although they did nothing wrong."""

import errno
import sys

from django.db import InterfaceError, InternalError, OperationalError, ProgrammingError
from django.http import HttpResponse
from django.template.loader import render_to_string

from archives_enforcement.audit.trail import NotRecorded
from archives_enforcement.views import failed

# The database is away, full, read-only, refuses the entry in the trail, or is of another version.
UNAVAILABLE = (InterfaceError, InternalError, NotRecorded, OperationalError, ProgrammingError)
NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)
WAIT = 30  # seconds


def server_error(request) -> HttpResponse:
    """503 where database or disk is to blame and the act is undone; else the page of a fault."""
    fault = sys.exc_info()[1]
    full = isinstance(fault, OSError) and fault.errno in NO_ROOM
    if not full and not isinstance(fault, UNAVAILABLE):
        return failed(request)
    headers = {"Retry-After": str(WAIT), "Cache-Control": "no-store"}
    page = render_to_string("503.html", {"full": full})
    return HttpResponse(page, status=503, headers=headers)
