"""Ủy ban Mặt trận Tổ quốc thành phố Hà Nội. Listing read in a source."""

from crawler.portals.spider import PortalSpider


class MttqHaNoi(PortalSpider):
    name = "mttqhanoi"
    title = "Ủy ban Mặt trận Tổ quốc thành phố Hà Nội"
    unit = "thành phố Hà Nội"
    listings = ("https://mttqhanoi.org.vn/tin-tuc-lien-quan/p-1.htm",)
    article = r"^/(?P<key>[^/?#]+)\.htm(?:[?#]|$)"
