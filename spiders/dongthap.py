"""Cổng thông tin điện tử tỉnh Đồng Tháp. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class DongThap(PortalSpider):
    name = "dongthap"
    title = "Cổng thông tin điện tử tỉnh Đồng Tháp"
    unit = "tỉnh Đồng Tháp"
    family = "liferay"
    listings = ("https://dongthap.gov.vn/web/sctdt/tin-tuc",)
