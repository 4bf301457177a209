"""The project's settings with what tests need changed, and no more."""

import atexit
import os
import shutil
import tempfile

if worker := os.environ.get("PYTEST_XDIST_WORKER"):  # its folder lies in the one of the whole run
    os.environ["DATA_DIR"] = os.path.join(os.environ["DATA_DIR"], worker)
elif "DATA_DIR" not in os.environ:
    os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="archives-test-")
    atexit.register(shutil.rmtree, os.environ["DATA_DIR"], ignore_errors=True)

from archives_enforcement.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
AXES_ENABLED = False
SESSION_HOURS = 366 * 24  # clocks of tests leap by days; tests of sessions set their own limits
SESSION_IDLE_MINUTES = SESSION_HOURS * 60
SESSION_COOKIE_AGE = SESSION_IDLE_MINUTES * 60
REQUESTS_PER_MINUTE = dict.fromkeys(REQUESTS_PER_MINUTE, 10**6)  # noqa: F405
TIPS_PER_HOUR = TIPS_PER_MINUTE = 10**6
# Each test client would search all static files anew; the browser's tests run the real one.
WHITENOISE_USE_FINDERS = False
CRISPY_FAIL_SILENTLY = False  # a layout that names a field its form has not is a fault
