"""一次性的链接和登录码: secrets that open something once; the database keeps only their digest.

The digest is keyed, so that whoever holds a copy of the database can try nothing out on it.
"""

import secrets

from django.utils.crypto import salted_hmac


def new_token() -> str:
    """For a link that nobody types: 256 random bits."""
    return secrets.token_urlsafe(32)


def digest(purpose: str, secret: str) -> str:
    return salted_hmac(f"capability.{purpose}", secret, algorithm="sha256").hexdigest()
