import os

import pytest


@pytest.fixture
def site_keys():
    """Environment of a site with keys of its own; database and folder are for the test to add."""
    return {
        "PATH": os.environ["PATH"],
        "LC_ALL": "C.UTF-8",
        "DJANGO_SETTINGS_MODULE": "archives_enforcement.settings",
        "SECRET_KEY": "s" * 40,
        "AUDIT_KEY": "a" * 40,
        "SEALING_KEY": "e" * 40,
    }
