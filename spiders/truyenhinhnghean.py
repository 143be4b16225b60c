"""Đài Phát thanh - Truyền hình Nghệ An. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class TruyenHinhNgheAn(PortalSpider):
    name = "truyenhinhnghean"
    title = "Đài Phát thanh - Truyền hình Nghệ An"
    unit = "tỉnh Nghệ An"
    family = "press_hash"
    listings = ("https://truyenhinhnghean.vn/bao-chi-va-cuoc-song/",)
