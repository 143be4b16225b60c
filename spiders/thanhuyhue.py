"""Thành ủy Huế. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class ThanhUyHue(PortalSpider):
    name = "thanhuyhue"
    title = "Thành ủy Huế"
    unit = "thành phố Huế"
    family = "huecit"
    listings = ("https://thanhuyhue.vn/hoat-dong-cua-cap-uy-dang",)
