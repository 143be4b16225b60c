"""Báo và phát thanh, truyền hình Sơn La. Listing read in a source."""

from crawler.portals.spider import PortalSpider


class BaoSonLa(PortalSpider):
    name = "baosonla"
    title = "Báo và phát thanh, truyền hình Sơn La"
    unit = "tỉnh Sơn La"
    family = "baosonla"
    listings = ("https://baosonla.vn/thoi-su-chinh-tri.html",)
