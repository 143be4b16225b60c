"""Phường Phổ Thạnh, Quảng Ngãi. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class PhoThanh(PortalSpider):
    name = "phothanh"
    title = "Phường Phổ Thạnh"
    unit = "phường Phổ Thạnh, Quảng Ngãi"
    family = "vhv"
    listings = ("https://phuongphothanh.ducpho.quangngai.gov.vn/tin-tuc-su-kien",)
    status = "gone"
