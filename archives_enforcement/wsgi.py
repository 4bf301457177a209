"""WSGI entry point for gunicorn."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archives_enforcement.settings")

application = get_wsgi_application()

# What was loaded lives as long as the process: looking through it again and again for garbage took
# a tenth of the time of a page.
gc.collect()
gc.freeze()
gc.set_threshold(10_000, 20, 20)
