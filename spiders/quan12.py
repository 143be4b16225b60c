"""Quận 12, Hồ Chí Minh. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class Quan12(PortalSpider):
    name = "quan12"
    title = "Quận 12"
    unit = "quận 12, Hồ Chí Minh"
    family = "sharepoint_lacviet"
    listings = ("https://quan12.hochiminhcity.gov.vn/tintuc/default.aspx",)
    status = "gone"
