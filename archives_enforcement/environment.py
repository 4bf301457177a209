"""Typed readers of the process environment; a wrong value stops start-up with a clear line."""

import os
import secrets
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


def text(name: str, default: str = "") -> str:
    """The value of `name`, or the content of the file that `name`_FILE points at."""
    if path := os.environ.get(f"{name}_FILE"):
        return Path(path).read_text(encoding="utf-8").strip()
    return os.environ.get(name, default)


def flag(name: str, *, default: bool = False) -> bool:
    value = text(name, "1" if default else "0").lower()
    if value not in {"0", "1", "true", "false", "yes", "no", ""}:
        raise ImproperlyConfigured(f"{name}={value!r}: 只能是 0 或 1")
    return value in {"1", "true", "yes"}


def number(name: str, default: int, *, least: int = 1) -> int:
    value = text(name, str(default))
    if not value.isdecimal() or int(value) < least:
        kind = "正整数" if least else "0 或正整数"
        raise ImproperlyConfigured(f"{name}={value!r}: 只能是{kind}")
    return int(value)


def choice(name: str, *known: str) -> str:
    """One of the known words; the first where nothing is set."""
    value = text(name) or known[0]
    if value not in known:
        raise ImproperlyConfigured(f"{name}={value!r}: 只能是 {'、'.join(known)}")
    return value


def words(name: str, default: str = "") -> list[str]:
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def secret(name: str, kept_in: Path, *, required: bool) -> str:
    """A secret from the environment; outside production one is made and kept in a private file."""
    if value := text(name):
        return value
    if required:
        raise ImproperlyConfigured(f"正式环境必须设置 {name}（或 {name}_FILE）")
    path = kept_in / name.lower()
    if not path.exists():
        kept_in.mkdir(parents=True, exist_ok=True)
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            pass  # another process was first; its secret is read below
        else:
            with os.fdopen(handle, "w") as file:
                file.write(secrets.token_urlsafe(48))
    return path.read_text(encoding="utf-8").strip()


SQLITE_OPTIONS = {
    # IMMEDIATE takes the write lock at BEGIN: read-then-write transactions never meet "locked".
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    # A process at work asks more different questions than the 128 Python keeps prepared.
    "cached_statements": 1000,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
}


def database(url: str, default_path: Path) -> dict:
    """Django's database entry for `url` (sqlite:///… or postgres://…); SQLite file by default.

    PostgreSQL may also be named by POSTGRES_HOST, POSTGRES_PORT, POSTGRES_DB, POSTGRES_USER and
    POSTGRES_PASSWORD, which need no escaping.
    """
    if not url and text("POSTGRES_HOST"):
        return _postgres(
            text("POSTGRES_HOST"),
            text("POSTGRES_PORT", "5432"),
            text("POSTGRES_DB", "archives"),
            text("POSTGRES_USER", "archives"),
            text("POSTGRES_PASSWORD"),
        )
    parts = urlsplit(url)
    if parts.scheme in {"postgres", "postgresql"}:
        return _postgres(
            parts.hostname or "",
            str(parts.port or 5432),
            unquote(parts.path.lstrip("/")),
            unquote(parts.username or ""),
            unquote(parts.password or ""),
        )
    if url and parts.scheme != "sqlite":
        raise ImproperlyConfigured(f"DATABASE_URL 只能以 sqlite:/// 或 postgres:// 开头：{url!r}")
    path = Path(url.removeprefix("sqlite:///")) if url else default_path
    path.parent.mkdir(parents=True, exist_ok=True)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": SQLITE_OPTIONS,
        "TEST": {"OPTIONS": SQLITE_OPTIONS},
    }


def _postgres(host: str, port: str, name: str, user: str, password: str) -> dict:
    return {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": host,
        "PORT": port,
        "NAME": name,
        "USER": user,
        "PASSWORD": password,
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        # Compiling a page's long questions takes longer than answering them.
        "OPTIONS": {"options": "-c jit=off"},
    }


def cache(redis_url: str, folder: Path) -> dict:
    """Django's cache entry: shared by all processes, in Redis or else in files of this machine."""
    if redis_url:
        return {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": redis_url,
            "KEY_PREFIX": "site",
            "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1},  # seconds
        }
    return {
        "BACKEND": "archives_enforcement.rate_limit.LockedFileCache",
        "LOCATION": str(folder),
        "OPTIONS": {"MAX_ENTRIES": 2000},
    }
