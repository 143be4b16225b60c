"""Captures: responses as received, in gzipped WARC files, and the way back."""

from __future__ import annotations

from crawler.warc.pages import WarcPages, read_capture, unread
from crawler.warc.records import NotWarc, is_warc_name
from crawler.warc.writer import CaptureWriter, PackedCapture, pack

__all__ = [
    "CaptureWriter",
    "NotWarc",
    "PackedCapture",
    "WarcPages",
    "is_warc_name",
    "pack",
    "read_capture",
    "unread",
]
