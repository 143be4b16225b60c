"""How a body was packed for the way (Content-Encoding, chunks), undone within limits. Pure.

Headers are hints: archives undo a coding and leave its name, proxies pack twice, servers pack and
say nothing. So the bytes have the last word.
"""

from __future__ import annotations

import re
import sys
import zlib
from collections.abc import Callable, Iterable
from io import BytesIO

import brotli

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

LARGEST = 20 * 1024 * 1024  # bytes, packed or not: what the crawl itself would download
_PIECE = 1024 * 1024
_GZIP = b"\x1f\x8b\x08"
_WINDOW = 16 * 1024  # bytes fed at once: what follows a member is copied with its end
_MEMBERS = 10_000  # of gzip in a body
_CHUNKS = 200_000
_SIZE = re.compile(rb"[0-9A-Fa-f]{1,8}")  # no sign: a chunk never leads back
_LAYERS = 4  # a body packed more often than that is a trap


class Undecodable(ValueError):
    """A body that cannot be unpacked; the text says why."""


def unpack(body: bytes, codings: Iterable[str] = (), largest: int = LARGEST) -> bytes:
    """Return `body` with its content codings undone, the last named first.

    `codings` are values of Content-Encoding, each a name or a list of names. A stream that breaks
    off gives what came of it. Raises `Undecodable` for what is no such coding, or larger than
    `largest` bytes.
    """
    names = [name.strip().lower() for value in codings for name in value.split(",")]
    layers = [name for name in reversed(names) if name not in ("", "identity", "none")]
    if len(layers) > _LAYERS:
        raise Undecodable(f"packed {len(layers)} times")
    for name in layers:
        if name not in _CODINGS:
            if _is_plain(body):
                continue
            raise Undecodable(f"the content coding {name[:40]!r} is not known")
        body = _undo(name, body, largest)
    for _ in range(_LAYERS):  # packed once more than its header says
        if not body.startswith(_GZIP):
            break
        body = _undo("gzip", body, largest)
    return body


def dechunk(body: bytes) -> bytes:
    """Return `body` without the chunks of Transfer-Encoding; as it is where it has none.

    Raises `Undecodable` for more of them than any server makes of a page.
    """
    whole, at, chunks = bytearray(), 0, 0
    while at < len(body):
        if (chunks := chunks + 1) > _CHUNKS:
            raise Undecodable(f"it has more than {_CHUNKS} chunks")
        end = body.find(b"\n", at, at + 64)
        size = _chunk_size(body[at:end]) if end > 0 else None
        if size is None:
            return bytes(whole) if whole else body
        if size == 0:
            break
        whole += body[end + 1 : end + 1 + size]
        at = end + 1 + size
        at += 2 if body[at : at + 2] == b"\r\n" else 1
    return bytes(whole)


def _chunk_size(line: bytes) -> int | None:
    digits = line.split(b";")[0].strip()
    return int(digits, 16) if _SIZE.fullmatch(digits) else None


def _undo(name: str, body: bytes, largest: int) -> bytes:
    if name in ("gzip", "x-gzip") and not body.startswith(_GZIP):
        return body
    try:
        return _CODINGS[name](body, largest)
    except (zlib.error, brotli.error, zstd.ZstdError, EOFError) as error:
        if _is_plain(body):
            return body
        raise Undecodable(f"it is not in the content coding {name}: {error}") from None


def _gunzip(body: bytes, largest: int) -> bytes:
    """Undo one gzip member after another; what follows the last is left out."""
    whole, at, members = bytearray(), 0, 0
    while body.startswith(_GZIP, at):
        if (members := members + 1) > _MEMBERS:
            raise Undecodable(f"it has more than {_MEMBERS} gzip members")
        member = zlib.decompressobj(31)
        try:
            at = _inflate(member, body, at, whole, largest)
        except zlib.error:
            if not whole:
                raise
            break
        while body.startswith(b"\0", at):
            at += 1
    return bytes(whole)


def _undeflate(body: bytes, largest: int) -> bytes:
    whole = bytearray()
    try:
        _inflate(zlib.decompressobj(), body, 0, whole, largest)
    except zlib.error:  # as Microsoft's servers understand "deflate"
        whole.clear()
        _inflate(zlib.decompressobj(-15), body, 0, whole, largest)
    return bytes(whole)


def _inflate(member: zlib._Decompress, body: bytes, at: int, whole: bytearray, largest: int) -> int:
    """Add what a member at `at` unpacks to; returns where it ends."""
    while at < len(body) and not member.eof:
        fed = body[at : at + _WINDOW]
        whole += member.decompress(fed, _PIECE)
        _check(whole, largest)
        at += len(fed) - len(member.unconsumed_tail) - len(member.unused_data)
    return at


def _unbrotli(body: bytes, largest: int) -> bytes:
    stream, whole = brotli.Decompressor(), bytearray()
    while True:
        piece = stream.process(body, output_buffer_limit=_PIECE)
        whole += piece
        _check(whole, largest)
        body = b""
        if stream.is_finished() or not piece:
            return bytes(whole)


def _unzstd(body: bytes, largest: int) -> bytes:
    whole = bytearray()
    with zstd.ZstdFile(BytesIO(body)) as stream:
        try:
            while piece := stream.read(_PIECE):
                whole += piece
                _check(whole, largest)
        except EOFError:
            if not whole:
                raise
    return bytes(whole)


_CODINGS: dict[str, Callable[[bytes, int], bytes]] = {
    "gzip": _gunzip,
    "x-gzip": _gunzip,
    "deflate": _undeflate,
    "br": _unbrotli,
    "zstd": _unzstd,
}


def _check(whole: bytearray, largest: int) -> None:
    if len(whole) > largest:
        raise Undecodable(f"unpacked it is larger than {largest >> 20} MB")


def _is_plain(body: bytes) -> bool:
    """Tell whether a body is text already: an archive undid the coding and left its name."""
    head = body[:2000]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):  # UTF-16
        return b"<\0" in head or b"\0<" in head
    marked = b"<" in head or head.lstrip().startswith((b"{", b"["))  # or JSON, as listings are
    return marked and all(byte > 8 for byte in head)
