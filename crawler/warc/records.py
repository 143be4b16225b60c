"""WARC files → their records, in bounded memory and time whatever a file claims.

warcio reads well-formed files; these may be anything. A record with a false length, without an end
of its headers or damaged costs itself: reading goes on where the next one begins. Format: ISO 28500
(WARC/1.0 and 1.1), one gzip member a record, one for all, or none.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from crawler.warc.members import GZIP, PIECE, Gzipped, Plain, Source

LARGEST = 20 * 1024 * 1024  # bytes of a block that is kept; the crawl downloads no more
HEAD_BYTES = 64 * 1024
# What is unpacked only to be thrown away; past it the next gzip member is looked for instead.
_SKIPPED = 256 * 1024 * 1024
# Types that servers give to pages for want of a better one: there the bytes tell.
DOUBTFUL = ("xml", "octet-stream", "unknown", "text/plain", "binary", "download")
_CONTENT_TYPE = re.compile(rb"^content-type:[ \t]*([^\r\n]{0,200})", re.IGNORECASE | re.MULTILINE)
_START = re.compile(rb"WARC/[01]\.\d+\r?\n(?=[A-Za-z-]{1,40}:)")
_PADDING = re.compile(rb"[\r\n\0]+")
_BLANK = re.compile(rb"\r?\n\r?\n")


class NotWarc(ValueError):
    """A file that is no WARC at all; the text says what it is, as far as that shows."""


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its named fields (in lower case) and its block of bytes."""

    fields: dict[str, str]
    block: bytes

    @property
    def kind(self) -> str:
        """Return WARC-Type."""
        return self.fields.get("warc-type", "").lower()

    @property
    def url(self) -> str:
        """Return WARC-Target-URI, without the brackets that some writers put around it."""
        return self.fields.get("warc-target-uri", "").strip("<> ")


class WarcRecords:
    """The records of an open, seekable WARC file, from where it stands.

    Iterating yields those of the kinds asked for, with a block of at most 20 MB. `faults` counts
    what could not be read, by reason. Raises `NotWarc` when the file is none.
    """

    def __init__(self, file: BinaryIO, kinds: frozenset[str]) -> None:
        self.faults: Counter[str] = Counter()
        self._kinds = kinds
        start = file.tell()
        head = file.read(512)
        file.seek(start)
        packed = head.startswith(GZIP)
        _refuse_others(head, packed)
        self._source: Source = Gzipped(file) if packed else Plain(file)
        self._buffer = bytearray()
        self._waiting: bytes | None = None  # the first bytes of a record that begins afresh
        self._ended = False

    def __iter__(self) -> Iterator[Record]:
        misplaced, begun = False, False
        while self._find_start(misplaced):
            begun = True
            record, misplaced = self._record()
            if record is not None:
                yield record
        if not begun:
            raise NotWarc("not a WARC file")

    def _fill(self, size: int) -> bool:
        """Read on until so many bytes wait; False where the record's bytes end before that."""
        while len(self._buffer) < size and not self._ended and self._waiting is None:
            piece = self._source.read()
            if self._source.damage:
                self.faults[self._source.damage] += 1
                self._source.damage = None
            if not piece:
                self._ended = True
            elif self._source.fresh:
                self._waiting = piece
            else:
                self._buffer += piece
        return len(self._buffer) >= size

    def _find_start(self, misplaced: bool) -> bool:
        """Go to where the next record begins; `misplaced` bytes before it were accounted for."""
        passed = 0
        self._pass_blank()
        while True:
            self._fill(PIECE if passed else 128)
            if mark := _START.search(self._buffer):
                if mark.start() and not misplaced:
                    self.faults["bytes that are no record"] += 1
                del self._buffer[: mark.start()]
                return True
            if self._buffer and not misplaced:
                self.faults["bytes that are no record"] += 1
                misplaced = True
            keep = 0 if self._ended or self._waiting is not None else 64
            passed += max(len(self._buffer) - keep, 0)
            del self._buffer[: max(len(self._buffer) - keep, 0)]
            if self._waiting is not None:
                self._buffer += self._waiting
                self._waiting = None
                passed, misplaced = 0, False
                self._pass_blank()
            elif self._ended:
                return False
            elif passed > _SKIPPED:
                self._source.leap()
                passed = 1

    def _pass_blank(self) -> None:
        """Leave out what writers put between records; much of it is for `_find_start` to name."""
        passed = 0
        while passed < PIECE and (self._fill(128) or self._buffer):
            blank = _PADDING.match(self._buffer)
            if blank is None:
                return
            passed += blank.end()
            del self._buffer[: blank.end()]

    def _record(self) -> tuple[Record | None, bool]:
        """Read the record that begins here: it, if wanted, and whether to look for the next."""
        end = self._head_end()
        if end is None:
            # The last one to begin in these bytes may end beyond them, none before it does.
            last = self._buffer.rfind(b"\nWARC/", 0, HEAD_BYTES)
            return self._give_up("headers without an end", max(last, 5))
        fields = dict(header_lines(bytes(self._buffer[:end])))
        digits = fields.get("content-length", "")
        if not (digits.isascii() and digits.isdecimal() and len(digits) < 16):
            return self._give_up("no length", end)
        length = int(digits)
        if length > LARGEST:
            self._fill(end + HEAD_BYTES)
            wanted = fields.get("warc-type", "").lower() in self._kinds and may_be_page(
                _media(fields, bytes(self._buffer[end : end + HEAD_BYTES]))
            )
            return self._give_up(f"larger than {LARGEST >> 20} MB" if wanted else None, end)
        whole = self._fill(end + length)
        self._fill(end + length + 16)
        tail = bytes(self._buffer[end + length : end + length + 16])
        right = not tail or tail.startswith(b"\r\n\r\n") or tail.lstrip(b"\r\n")[:5] == b"WARC/"
        if not whole or not right:
            return self._give_up("a false length, or cut short", end)
        record = Record(fields, bytes(self._buffer[end : end + length]))
        del self._buffer[: end + length]
        return (record if record.kind in self._kinds else None), False

    def _give_up(self, fault: str | None, bytes_read: int) -> tuple[None, bool]:
        if fault:
            self.faults[fault] += 1
        del self._buffer[:bytes_read]
        return None, True

    def _head_end(self) -> int | None:
        for size in (4096, HEAD_BYTES):
            self._fill(size)
            if mark := _BLANK.search(self._buffer, 0, HEAD_BYTES):
                return mark.end()
        return None


def _media(fields: dict[str, str], block: bytes) -> str:
    """Return the type of what a record holds, empty where none is given."""
    if fields.get("warc-type", "").lower() == "resource":
        return fields.get("content-type", "").lower()
    blank = _BLANK.search(block)
    named = _CONTENT_TYPE.search(block, 0, blank.end() if blank else len(block))
    return named[1].decode("latin-1").lower() if named else ""


def may_be_page(media: str) -> bool:
    """Tell whether something of a type (in small letters) may be a page."""
    return not media or any(kind in media for kind in ("html", *DOUBTFUL))


def header_lines(head: bytes) -> Iterator[tuple[str, str]]:
    """Yield (name in lower case, value) of the lines below the first; folded lines are joined."""
    name, value = "", ""
    for line in re.split(rb"\r?\n", head)[1:]:
        if line[:1] in (b" ", b"\t") and name:
            value += " " + line.strip().decode("utf-8", "replace")
            continue
        if name:
            yield name, value
        before, colon, after = line.partition(b":")
        name = before.strip().decode("utf-8", "replace").lower() if colon else ""
        value = after.strip().decode("utf-8", "replace")
    if name:
        yield name, value


def _refuse_others(head: bytes, packed: bool) -> None:
    """Raise `NotWarc` for kinds of archive that are told by their first bytes."""
    if packed:
        try:
            head = zlib.decompressobj(31).decompress(head, 64)
        except zlib.error:
            return
    if head.startswith(b"filedesc:"):
        raise NotWarc(
            "an ARC file, which is not read: make it a WARC file with `warcio recompress`"
        )
    if head.startswith(b"\x28\xb5\x2f\xfd") or head[1:4] == b"\x2a\x4d\x18":
        raise NotWarc("a WARC file packed by zstd, which is not read: unpack it first")


def is_warc_name(path: str | Path) -> bool:
    """Tell a WARC file by its name."""
    return str(path).lower().endswith((".warc", ".warc.gz"))
