"""Where the bytes of a WARC file come from: plain, or gzip members whatever their state.

A damaged member is left where the next one that begins a record does.
"""

from __future__ import annotations

import re
import zlib
from typing import BinaryIO, Protocol

PIECE = 1024 * 1024  # bytes read at once
_WINDOW = 64 * 1024  # packed bytes read at once: what follows a member is copied with its end
GZIP = b"\x1f\x8b\x08"
# As members of WARC files begin: no text flag nor checksum of the header, the time, how it was
# packed and on what.
_MEMBER = re.compile(rb"\x1f\x8b\x08[\x00\x04\x08\x0c\x10].{4}[\x00\x02\x04][\x00-\x0d\xff]", re.S)
_TRIES = 1_000_000  # places that look like a gzip member, tried before a damaged file is given up


class Source(Protocol):
    """Where bytes come from, piece by piece.

    `fresh` tells that the last piece begins a record, whatever went before; `damage` why something
    before it could not be read.
    """

    fresh: bool
    damage: str | None

    def read(self) -> bytes:
        """Return the next bytes, none at the end."""

    def leap(self) -> None:
        """Leave out what only delays the next record."""


class Plain:
    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.fresh = False
        self.damage: str | None = None

    def read(self) -> bytes:
        return self._file.read(PIECE)

    def leap(self) -> None:
        """Nothing is packed here: looking is as fast as leaping."""


class Gzipped:
    """Members are undone one after another; a damaged one is left where the next begins."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._packed = b""
        self._member: zlib._Decompress | None = None
        self._padding = 0
        self._start = file.tell()
        self.fresh = False
        self.damage: str | None = None

    def read(self) -> bytes:
        self.fresh = False
        while True:
            opened = self._member is None
            if opened and not self._open():
                return b""
            try:
                piece = self._unpack(5 if opened else 1)
            except zlib.error:
                self.damage = "damaged gzip data"
                self.leap()
                continue
            if piece:
                self.fresh = opened and piece.startswith(b"WARC/")
                return piece

    def _open(self) -> bool:
        """Begin the next member; False at the end of the file."""
        while True:
            self._pass_padding()
            if len(self._packed) < 3 and (more := self._file.read(_WINDOW)):
                self._packed += more
                continue
            if not self._packed:
                return False
            self._start = self._file.tell() - len(self._packed)
            if self._packed.startswith(GZIP):
                self._member = zlib.decompressobj(31)
                return True
            self.damage = "bytes that are no gzip data"
            self.leap()

    def _pass_padding(self) -> None:
        """Leave out zeros between members, as some writers put them; a record's worth is named."""
        before = len(self._packed)
        self._packed = self._packed.lstrip(b"\0")
        self._padding = self._padding + before - len(self._packed)
        if self._packed:
            if self._padding > PIECE:
                self.damage = "bytes that are no gzip data"
            self._padding = 0

    def _unpack(self, least: int) -> bytes:
        """Return at least so many bytes of the member, fewer at its end."""
        piece = b""
        while self._member is not None and len(piece) < least:
            piece += self._member.decompress(self._packed, PIECE)
            self._packed = self._member.unconsumed_tail
            if self._member.eof:
                self._packed = self._member.unused_data
                self._member = None
            elif not self._packed:
                self._packed = self._file.read(_WINDOW)
                if not self._packed:
                    self.damage = "cut short in the middle of a record"
                    self.leap()  # what has no end may hide what has
        return piece

    def leap(self) -> None:
        """Go to the next member that begins a record, unpacking nothing on the way."""
        self._member = None
        self._file.seek(self._start + 1)
        window, base, tries = b"", self._start + 1, 0
        while tries < _TRIES and (more := self._file.read(PIECE)):
            window += more
            member = _MEMBER.search(window)
            while member and tries < _TRIES:
                at = member.start()
                if len(window) - at < 512 and (rest := self._file.read(PIECE)):
                    window += rest
                tries += 1
                if _begins_record(window[at : at + 512]):
                    self._file.seek(base + at)
                    self._packed = b""
                    return
                member = _MEMBER.search(window, at + 1)
            base += len(window) - 9
            window = window[-9:]
        self._file.seek(0, 2)
        self._packed = b""


def _begins_record(packed: bytes) -> bool:
    try:
        return zlib.decompressobj(31).decompress(packed, 16).startswith(b"WARC/")
    except zlib.error:
        return False
