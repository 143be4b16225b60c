"""Cổng thông tin điện tử tỉnh Khánh Hòa. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class KhanhHoa(PortalSpider):
    name = "khanhhoa"
    title = "Cổng thông tin điện tử tỉnh Khánh Hòa"
    unit = "tỉnh Khánh Hòa"
    listings = ("https://www.khanhhoa.gov.vn/vi",)
    article = r"^/vi/[^/?#]+/(?P<key>[^/?#]+)(?:[?#]|$)"
