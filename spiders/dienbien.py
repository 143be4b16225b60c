"""Cổng thông tin điện tử tỉnh Điện Biên. Listing read in a source."""

from crawler.portals.spider import PortalSpider


class DienBien(PortalSpider):
    name = "dienbien"
    title = "Cổng thông tin điện tử tỉnh Điện Biên"
    unit = "tỉnh Điện Biên"
    family = "sharepoint_tandan"
    listings = ("https://dienbien.gov.vn/portal/Pages/Hoat-dong-lanh-dao-UBND-tinh.aspx",)
    legacy_tls = True
