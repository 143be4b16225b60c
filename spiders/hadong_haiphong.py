"""Xã Hà Đông, Hải Phòng. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class HaDongHaiPhong(PortalSpider):
    name = "hadong_haiphong"
    title = "Xã Hà Đông"
    unit = "xã Hà Đông, Hải Phòng"
    family = "vnpt"
    listings = ("http://hadong.haiphong.gov.vn/chi-dao-dieu-hanh",)
