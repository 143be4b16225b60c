"""Cổng thông tin điện tử tỉnh Bạc Liêu. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class BacLieu(PortalSpider):
    name = "baclieu"
    title = "Cổng thông tin điện tử tỉnh Bạc Liêu"
    unit = "tỉnh Bạc Liêu"
    family = "sharepoint_lacviet"
    listings = ("https://baclieu.gov.vn/",)
    status, successor = "moved", "camau"
