"""Báo An ninh Hải Phòng. Listing read in a source."""

from crawler.portals.spider import PortalSpider


class Anhp(PortalSpider):
    name = "anhp"
    title = "Báo An ninh Hải Phòng"
    unit = "thành phố Hải Phòng"
    listings = ("http://anhp.vn/tim-kiem/p1",)
    article = r"-d(?P<key>\d+)\.html(?:[?#]|$)"
