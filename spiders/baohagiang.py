"""Báo Hà Giang. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class BaoHaGiang(PortalSpider):
    name = "baohagiang"
    title = "Báo Hà Giang"
    unit = "tỉnh Hà Giang"
    family = "press_hash"
    listings = ("https://baohagiang.vn/thoi-su-chinh-tri/",)
    status, successor = "moved", "baotuyenquang"
