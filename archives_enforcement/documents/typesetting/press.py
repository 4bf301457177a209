"""The typesetting engine, loaded when the first paper is set.

Loading it takes as long as loading half of the site, and most processes set no paper.
"""

from importlib import import_module

from PIL import ImageFile

# WeasyPrint sets this for the whole process when it is loaded; so pictures that are cut off are
# read alike in those that have loaded it and in those that have not.
ImageFile.LOAD_TRUNCATED_IMAGES = True

ENGINE = "archives_enforcement.documents.typesetting.engine"


def engine():
    """The module `engine`."""
    return import_module(ENGINE)
