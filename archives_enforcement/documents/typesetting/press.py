"""The typesetting engine, loaded when the first paper is set.

Loading it takes as long as loading half of the site, and most processes set no paper.
"""

from importlib import import_module

ENGINE = "archives_enforcement.documents.typesetting.engine"


def engine():
    """The module `engine`."""
    return import_module(ENGINE)
