"""Quận 8, Hồ Chí Minh. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class Quan8(PortalSpider):
    name = "quan8"
    title = "Quận 8"
    unit = "quận 8, Hồ Chí Minh"
    family = "sharepoint_lacviet"
    listings = ("https://quan8.hochiminhcity.gov.vn/tintuc/default.aspx",)
    status = "gone"
