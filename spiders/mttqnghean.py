"""Ủy ban Mặt trận Tổ quốc tỉnh Nghệ An. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class MttqNgheAn(PortalSpider):
    name = "mttqnghean"
    title = "Ủy ban Mặt trận Tổ quốc tỉnh Nghệ An"
    unit = "tỉnh Nghệ An"
    listings = ("https://mattrannghean.org.vn/",)
    article = r"^/cms/portal/read/[^/?#]+/news/(?P<key>[^/?#]+)"
