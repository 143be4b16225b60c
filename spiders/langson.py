"""Cổng thông tin điện tử tỉnh Lạng Sơn. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class LangSon(PortalSpider):
    name = "langson"
    title = "Cổng thông tin điện tử tỉnh Lạng Sơn"
    unit = "tỉnh Lạng Sơn"
    family = "drupal"
    listings = ("https://langson.gov.vn/",)
