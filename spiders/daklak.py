"""Cổng thông tin điện tử tỉnh Đắk Lắk. Listing read in a source."""

from crawler.portals.spider import PortalSpider


class DakLak(PortalSpider):
    name = "daklak"
    title = "Cổng thông tin điện tử tỉnh Đắk Lắk"
    unit = "tỉnh Đắk Lắk"
    family = "liferay"
    listings = ("https://daklak.gov.vn/trang-chu/-/asset_publisher/Wc4AMpniWT49/rss",)
