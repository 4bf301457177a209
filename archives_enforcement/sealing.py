"""封存: short personal facts kept so that a copy of the database alone tells nobody what they are.

AES-256-GCM under a key derived from SEALING_KEY. Each sealed text names the key it was sealed with
and is bound to the record it belongs to: moved to another record it does not open.
"""

import base64
import json
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.core.checks import Error, register

SCHEME, NONCE, LEAST = "aes256gcm", 12, 32  # how it is sealed; bytes; characters of a key


class Unopened(Exception):
    """The key is not at hand, or the text was altered or moved."""


def _derived(secret: str, use: bytes, length: int) -> bytes:
    return HKDF(hashes.SHA256(), length, salt=None, info=use).derive(secret.encode())


def key_name(secret: str) -> str:
    """What a sealed text says of its key; tells nothing of the key itself."""
    return _derived(secret, b"archives-enforcement name", 4).hex()


def _cipher(secret: str) -> AESGCM:
    return AESGCM(_derived(secret, b"archives-enforcement sealing", 32))


def seal(facts: dict, record: str) -> str:
    """`facts` sealed for the record of that name (`inspections.tip:7`)."""
    nonce, plain = os.urandom(NONCE), json.dumps(facts, ensure_ascii=False).encode()
    closed = _cipher(settings.SEALING_KEY).encrypt(nonce, plain, record.encode())
    text = base64.urlsafe_b64encode(nonce + closed).decode()
    return f"{SCHEME}:{key_name(settings.SEALING_KEY)}:{text}"


def unseal(text: str, record: str) -> dict:
    """What was sealed for that record, with today's key or an earlier one; raises Unopened."""
    scheme, name, closed = text.split(":")
    keys = {key_name(secret): secret for secret in _all_keys()}
    if scheme != SCHEME or name not in keys:
        raise Unopened(f"密钥 {name} 不在 SEALING_KEY 和 SEALING_KEYS_BEFORE 里")
    whole = base64.urlsafe_b64decode(closed)
    try:
        plain = _cipher(keys[name]).decrypt(whole[:NONCE], whole[NONCE:], record.encode())
    except InvalidTag as error:
        raise Unopened("内容被改动过，或者不属于这条记录") from error
    return json.loads(plain)


def is_current(text: str) -> bool:
    """Whether it was sealed with today's key."""
    return text.split(":")[1] == key_name(settings.SEALING_KEY)


def _all_keys() -> list[str]:
    return [settings.SEALING_KEY, *settings.SEALING_KEYS_BEFORE]


@register(deploy=True)
def key_of_its_own(app_configs, **kwargs):
    """Of a production site: a long key that serves nothing else."""
    key = settings.SEALING_KEY
    if len(key) >= LEAST and key not in (settings.SECRET_KEY, settings.AUDIT_KEY):
        return []
    hint = f"请设置不少于 {LEAST} 个字符、与 SECRET_KEY 和 AUDIT_KEY 不同的 SEALING_KEY。"
    return [Error("封存反映人身份的密钥太短，或者与别的密钥相同。", hint=hint, id="sealing.E001")]
