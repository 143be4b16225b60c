"""Huyện Cao Phong, Hòa Bình. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class CaoPhong(PortalSpider):
    name = "caophong"
    title = "Huyện Cao Phong"
    unit = "huyện Cao Phong, Hòa Bình"
    family = "joomla"
    listings = ("http://caophong.hoabinh.gov.vn/chinh-tri",)
    status = "gone"
