"""Báo Đắk Nông. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class BaoDakNong(PortalSpider):
    name = "baodaknong"
    title = "Báo Đắk Nông"
    unit = "tỉnh Đắk Nông"
    family = "onecms"
    listings = ("https://baodaknong.vn/",)
    status, successor = "moved", "baolamdong"
