"""The past as WARC files, as other tools write them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tests.archives.past import Kept, Past


def packed(kept: Kept) -> bytes:
    """Return a capture as one gzipped response record."""
    at = kept.timestamp
    date = f"{at[:4]}-{at[4:6]}-{at[6:8]}T{at[8:10]}:{at[10:12]}:{at[12:]}Z"
    buffer = BytesIO()
    writer = WARCWriter(buffer, gzip=True)
    writer.write_record(
        writer.create_warc_record(
            kept.url,
            "response",
            payload=BytesIO(kept.body),
            length=len(kept.body),
            http_headers=StatusAndHeaders(
                f"{kept.status} X", list(kept.headers.items()), "HTTP/1.1"
            ),
            warc_headers_dict={"WARC-Date": date},
        )
    )
    return buffer.getvalue()


def write_warc(path: Path, past: Past) -> list[tuple[int, int]]:
    """Write a past into one file. Returns offset and length of each capture's record, in order."""
    places = []
    with path.open("wb") as file:
        for kept in past.kept:
            record = packed(kept)
            places.append((file.tell(), len(record)))
            file.write(record)
    return places
