"""Cổng thông tin điện tử tỉnh Gia Lai. Listing read in a source."""

from crawler.portals.spider import PortalSpider


class GiaLai(PortalSpider):
    name = "gialai"
    title = "Cổng thông tin điện tử tỉnh Gia Lai"
    unit = "tỉnh Gia Lai"
    family = "vhv"
    listings = ("https://gialai.gov.vn/tin-tuc/hoat-dong-cua-lanh-dao",)
