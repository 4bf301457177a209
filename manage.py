#!/usr/bin/env python3
"""Command line of the project: `python manage.py help` lists the commands."""

import gc
import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archives_enforcement.settings")
    if "migrate" in sys.argv[1:2]:
        # The states of many migrations are all cycles; looking for them takes a third of the time.
        gc.set_threshold(200_000, 20, 100)
    execute_from_command_line(sys.argv)
