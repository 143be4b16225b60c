"""Cổng thông tin điện tử tỉnh Lai Châu. Listing read in a source."""

from crawler.portals.spider import PortalSpider


class LaiChau(PortalSpider):
    name = "laichau"
    title = "Cổng thông tin điện tử tỉnh Lai Châu"
    family = "vhv"
    unit = "tỉnh Lai Châu"
    listings = ("https://laichau.gov.vn/tin-tuc-su-kien",)
