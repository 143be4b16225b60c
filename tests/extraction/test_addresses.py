"""Addresses of a page: only those of the web, made whole."""

from crawler.extraction.addresses import web_address
from tests.tables import table

BASE = "https://mau.gov.vn/tin/bai.html"


@table(
    "raw, address",
    [
        ("a.jpg", "https://mau.gov.vn/tin/a.jpg"),
        (" /tep/bao cao.pdf ", "https://mau.gov.vn/tep/bao%20cao.pdf"),
        ("//media.mau.gov.vn/a.jpg", "https://media.mau.gov.vn/a.jpg"),
        ("HTTP://mau.gov.vn/a", "HTTP://mau.gov.vn/a"),
        ("javascript:alert(1)", None),
        ("java\tscript:alert(1)//x.pdf", None),
        ("JAVASCRIPT:alert(1)", None),
        ("vbscript:x.pdf", None),
        ("DATA:image/png;base64,AA", None),
        ("file:///C:/a.pdf", None),
        ("mailto:a@b.zip", None),
        ("http://[bad", None),
        ("#dau-trang", None),
        ("", None),
        (None, None),
    ],
)
def test_web_address(raw: str | None, address: str | None) -> None:
    assert web_address(BASE, raw) == address


def test_without_a_base_an_address_stays_as_printed() -> None:
    assert web_address(None, "/a.jpg") == "/a.jpg"
    assert web_address(None, "javascript:x()") is None
