"""Sở Thông tin và Truyền thông Quảng Ngãi. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class SttttQuangNgai(PortalSpider):
    name = "stttt_quangngai"
    title = "Sở Thông tin và Truyền thông Quảng Ngãi"
    unit = "Sở Thông tin và Truyền thông, Quảng Ngãi"
    family = "liferay"
    listings = ("https://stttt.quangngai.gov.vn/web/so-thong-tin-va-truyen-thong",)
    status = "gone"
