"""Cổng thông tin điện tử tỉnh Thanh Hóa. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class ThanhHoa(PortalSpider):
    name = "thanhhoa"
    title = "Cổng thông tin điện tử tỉnh Thanh Hóa"
    unit = "tỉnh Thanh Hóa"
    family = "sharepoint_tandan"
    listings = ("https://thanhhoa.gov.vn/",)
