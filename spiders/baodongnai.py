"""Báo và phát thanh, truyền hình Đồng Nai. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class BaoDongNai(PortalSpider):
    name = "baodongnai"
    title = "Báo và phát thanh, truyền hình Đồng Nai"
    unit = "tỉnh Đồng Nai"
    family = "press_hash"
    listings = ("https://baodongnai.com.vn/chinh-tri/",)
