"""Hội đồng nhân dân tỉnh Lai Châu. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class HdndLaiChau(PortalSpider):
    name = "hdndlaichau"
    title = "Hội đồng nhân dân tỉnh Lai Châu"
    unit = "tỉnh Lai Châu"
    listings = ("https://hdnd.laichau.gov.vn/",)
    article = r"^/view/[^/?#]+/[^/?#]*-(?P<key>\d+)(?:[?#]|$)"
