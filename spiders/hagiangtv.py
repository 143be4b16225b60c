"""Đài Phát thanh - Truyền hình Hà Giang. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class HaGiangTv(PortalSpider):
    name = "hagiangtv"
    title = "Đài Phát thanh - Truyền hình Hà Giang"
    unit = "tỉnh Hà Giang"
    family = "press_hash"
    listings = ("https://hagiangtv.vn/thoi-su-chinh-tri/",)
    status = "gone"
