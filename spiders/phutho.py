"""Cổng thông tin điện tử tỉnh Phú Thọ. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class PhuTho(PortalSpider):
    name = "phutho"
    title = "Cổng thông tin điện tử tỉnh Phú Thọ"
    unit = "tỉnh Phú Thọ"
    family = "drupal"
    listings = ("https://phutho.gov.vn/vi",)
