"""One large piece of memory for the call stack of all tests.

CPython 3.11 keeps the frames of Python functions in pieces of 16 KB. Code that calls to and fro
across the end of a piece (templates do) has the next one mapped and unmapped at every call: a
fifteenth of the whole run. A piece is made as large as the frame that needs it: here one that asks
for half a megabyte, which leaves as much for the frames above it.
"""

import sys
from functools import partial

import pytest

SLOTS = 66_000  # of 8 bytes: just over half of a piece of 1 MB


def with_room(run):
    return run()


with_room.__code__ = with_room.__code__.replace(co_stacksize=SLOTS)


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session):
    this = sys.modules[__name__]
    plugins = session.config.pluginmanager
    others = plugins.subset_hook_caller("pytest_runtestloop", remove_plugins=[this])
    return with_room(partial(others, session=session))
