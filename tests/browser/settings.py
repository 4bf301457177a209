"""The settings of a site that the browser's tests open: the real ones but for one line."""

from archives_enforcement.settings import *  # noqa: F403

PASSWORD_HASHERS = ["tests.browser.hashing.Quick"]
