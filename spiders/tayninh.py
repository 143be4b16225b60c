"""Cổng thông tin điện tử tỉnh Tây Ninh. Listing inferred: the family's search."""

from crawler.portals.spider import PortalSpider


class TayNinh(PortalSpider):
    name = "tayninh"
    title = "Cổng thông tin điện tử tỉnh Tây Ninh"
    unit = "tỉnh Tây Ninh"
    family = "nukeviet"
    listings = ("https://tayninh.gov.vn/vi/search/?q=giao+ban",)
