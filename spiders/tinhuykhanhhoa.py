"""Tỉnh ủy Khánh Hòa. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class TinhUyKhanhHoa(PortalSpider):
    name = "tinhuykhanhhoa"
    title = "Tỉnh ủy Khánh Hòa"
    unit = "tỉnh Khánh Hòa"
    listings = ("https://tinhuykhanhhoa.vn/",)
    article = r"^/tin-bai/[^/?#]+/[^/?#]*?-?(?P<key>\d+)(?:[?#]|$)"
