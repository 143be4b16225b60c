"""Báo Đồng Tháp, trang cũ. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class BaoDongThapCom(PortalSpider):
    name = "baodongthap_com"
    title = "Báo Đồng Tháp, trang cũ"
    unit = "tỉnh Đồng Tháp"
    listings = ("https://baodongthap.com.vn/chinh-tri/",)
    article = r"^/[^/?#]+/[^/?#]*-(?P<key>\d+)\.aspx(?:[?#]|$)"
    status, successor = "moved", "baodongthap"
