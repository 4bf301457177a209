"""A process that sets no paper does not load the engine, and reads pictures as one that does."""

import subprocess
import sys

from tests.browser.site import ROOT

SETUP = (
    "import os, sys; os.environ['DJANGO_SETTINGS_MODULE'] = 'tests.settings'; import django;"
    "django.setup(); from django.urls import get_resolver; get_resolver().url_patterns;"
    "from PIL import ImageFile; flag = ImageFile.LOAD_TRUNCATED_IMAGES;"
)
SAY = "print('weasyprint' in sys.modules, ImageFile.LOAD_TRUNCATED_IMAGES == flag)"
WORKER = "from archives_enforcement.celery import app; app.loader.import_default_modules();"


def said(*code: str) -> str:
    command = [sys.executable, "-c", "".join(code)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_the_site_starts_without_the_engine():
    assert said(SETUP, SAY) == "False True"


def test_a_worker_has_it_before_it_forks():
    assert said(SETUP, WORKER, SAY) == "True True"
