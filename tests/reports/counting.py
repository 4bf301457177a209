"""Counting the queries of a page."""

from django.db import connection
from django.test.utils import CaptureQueriesContext


def counted(client, address) -> int:
    """How many queries the page costs."""
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)
