"""What all tests of a file or folder begin with: built once, and taken back at its end."""

from contextlib import contextmanager

from django.db import transaction


@contextmanager
def kept(blocker):
    """Everything written in here stays until the end; each test works on savepoints above it.

    For fixtures of a wider scope than one test; `blocker` is pytest-django's
    `django_db_blocker`, and the fixture needs `django_db_setup`.
    """
    with blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


def own(record):
    """A test's own copy of what its file shares, read anew."""
    return type(record).objects.get(pk=record.pk)
