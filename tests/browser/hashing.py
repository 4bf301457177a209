"""Passwords of the tests' sites: digested as everywhere, in a thousandth of the rounds."""

from django.contrib.auth.hashers import PBKDF2PasswordHasher


class Quick(PBKDF2PasswordHasher):
    """Hundreds of people sign in during a run; a digest of full length is a third of a second."""

    iterations = 1000
