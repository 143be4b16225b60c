"""Huyện ủy Hướng Hóa, Quảng Trị: dissolved on 1 July 2025. Listing read in a source."""

from crawler.portals.spider import PortalSpider


class HuongHoa(PortalSpider):
    name = "huonghoa"
    title = "Huyện ủy Hướng Hóa"
    family = "mojoportal"
    unit = "huyện Hướng Hóa, Quảng Trị"
    latitude, longitude = 16.6203, 106.7320
    listings = ("https://huonghoa.tinhuyquangtri.vn/Article/ViewList.aspx?mid=8541&pageid=3446",)
