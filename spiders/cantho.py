"""Cổng thông tin điện tử thành phố Cần Thơ. Listing read in a source."""

from crawler.portals.spider import PortalSpider


class CanTho(PortalSpider):
    name = "cantho"
    title = "Cổng thông tin điện tử thành phố Cần Thơ"
    unit = "thành phố Cần Thơ"
    family = "vnpt"
    listings = ("https://www.cantho.gov.vn/hoat-dong-lanh-dao-thanh-pho",)
