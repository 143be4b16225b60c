"""Cổng thông tin điện tử tỉnh Hải Dương. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class HaiDuong(PortalSpider):
    name = "haiduong"
    title = "Cổng thông tin điện tử tỉnh Hải Dương"
    unit = "tỉnh Hải Dương"
    family = "sharepoint_tandan"
    listings = ("https://haiduong.gov.vn/Trang/Default.aspx",)
    status, successor = "moved", "haiphong"
