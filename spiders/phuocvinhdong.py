"""Xã Phước Vĩnh Đông, Long An. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class PhuocVinhDong(PortalSpider):
    name = "phuocvinhdong"
    title = "Xã Phước Vĩnh Đông"
    unit = "xã Phước Vĩnh Đông, Long An"
    family = "vnpt"
    listings = ("https://phuocvinhdong.cangiuoc.longan.gov.vn/chinh-tri",)
    status = "gone"
