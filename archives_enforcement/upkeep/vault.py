"""Sealed streams: a file of any size, encrypted piece by piece under a key of its own.

AES-256-GCM under a key derived from BACKUP_KEY and a salt that stands at the head, so no two files
share a key. The nonce of a piece is its place and whether it is the last: pieces cannot be moved,
left out, repeated or cut off at the end without notice. The head names the key, not its content.
"""

import os
import struct
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from archives_enforcement.sealing import LEAST, key_name

MAGIC, SALT, PIECE, TAG = b"archives-backup-1\n", 32, 1024 * 1024, 16  # bytes but for the first
NAME = 8  # bytes of the key's name
USE = b"archives-enforcement backup"


class Unusable(Exception):
    """The backup or its key cannot be used; the message says why, in words."""


def key() -> str:
    """Today's BACKUP_KEY; it must be long and serve nothing else."""
    others = (settings.SECRET_KEY, settings.AUDIT_KEY, settings.SEALING_KEY)
    if len(settings.BACKUP_KEY) < LEAST or settings.BACKUP_KEY in others:
        raise Unusable(f"请设置不少于 {LEAST} 个字符、与其他密钥不同的 BACKUP_KEY")
    return settings.BACKUP_KEY


def _cipher(secret: str, salt: bytes) -> AESGCM:
    return AESGCM(HKDF(hashes.SHA256(), 32, salt=salt, info=USE).derive(secret.encode()))


def _nonce(place: int, last: bool) -> bytes:
    return struct.pack(">3xQ?", place, last)


class Writer:
    """Seals what is written into `file`; only `close` makes it whole."""

    def __init__(self, file: BinaryIO):
        secret, salt = key(), os.urandom(SALT)
        self._file, self._waiting, self._place = file, bytearray(), 0
        self._head = MAGIC + key_name(secret).encode() + salt
        self._cipher = _cipher(secret, salt)
        file.write(self._head)

    def write(self, content: bytes) -> int:
        self._waiting += content
        while len(self._waiting) > PIECE:  # the last piece is kept back for `close`
            self._seal(bytes(self._waiting[:PIECE]), last=False)
            del self._waiting[:PIECE]
        return len(content)

    def close(self) -> None:
        self._seal(bytes(self._waiting), last=True)

    def _seal(self, piece: bytes, *, last: bool) -> None:
        nonce = _nonce(self._place, last)
        self._file.write(self._cipher.encrypt(nonce, piece, self._head))
        self._place += 1


class Reader:
    """Opens what `Writer` sealed; raises Unusable for anything else."""

    def __init__(self, file: BinaryIO):
        self._file, self._ready, self._place, self._ended = file, bytearray(), 0, False
        self._head = file.read(len(MAGIC) + NAME + SALT)
        if len(self._head) < len(MAGIC) + NAME + SALT or not self._head.startswith(MAGIC):
            raise Unusable("不是本系统的备份文件")
        name = self._head[len(MAGIC) :][:NAME]
        known = {key_name(one).encode(): one for one in (key(), *settings.BACKUP_KEYS_BEFORE)}
        if name not in known:
            raise Unusable("备份用的密钥不在 BACKUP_KEY 和 BACKUP_KEYS_BEFORE 里")
        self._cipher = _cipher(known[name], self._head[-SALT:])
        self._next = file.read(PIECE + TAG)

    def read(self, size: int) -> bytes:
        while len(self._ready) < size and not self._ended:
            self._open_piece()
        content = bytes(self._ready[:size])
        del self._ready[:size]
        return content

    def finish(self) -> None:
        """Read on to the end, so that nothing behind what was asked for goes unproved."""
        while self.read(PIECE):
            pass

    def _open_piece(self) -> None:
        piece, self._next = self._next, self._file.read(PIECE + TAG)
        self._ended = not self._next
        try:
            self._ready += self._cipher.decrypt(_nonce(self._place, self._ended), piece, self._head)
        except InvalidTag as error:
            raise Unusable("备份文件被改动过，或者不完整") from error
        self._place += 1
