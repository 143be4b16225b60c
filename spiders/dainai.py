"""Phường Đại Nài, Hà Tĩnh. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class DaiNai(PortalSpider):
    name = "dainai"
    title = "Phường Đại Nài"
    unit = "phường Đại Nài, Hà Tĩnh"
    family = "sharepoint_tandan"
    listings = ("https://dainai.hatinhcity.gov.vn/portal/Home/default.aspx",)
    status = "gone"
