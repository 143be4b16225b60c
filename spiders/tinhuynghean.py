"""Tỉnh ủy Nghệ An. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class TinhUyNgheAn(PortalSpider):
    name = "tinhuynghean"
    title = "Tỉnh ủy Nghệ An"
    unit = "tỉnh Nghệ An"
    listings = ("https://nghean.dcs.vn/vi-vn/",)
    article = r"^/vi-vn/chuyen-muc/[^/?#]+/(?P<key>\d+)-\d+(?:[?#]|$)"
