"""Cổng thông tin điện tử tỉnh Đắk Nông. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class DakNong(PortalSpider):
    name = "daknong"
    title = "Cổng thông tin điện tử tỉnh Đắk Nông"
    unit = "tỉnh Đắk Nông"
    family = "vnpt"
    listings = ("https://daknong.gov.vn/",)
    status, successor = "moved", "lamdong"
