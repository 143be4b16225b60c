"""Báo Ấp Bắc, Tiền Giang. Listing read in a source."""

from crawler.portals.spider import PortalSpider


class BaoApBac(PortalSpider):
    name = "baoapbac"
    title = "Báo Ấp Bắc"
    unit = "tỉnh Tiền Giang"
    family = "press_hash"
    listings = ("https://baoapbac.vn/xa-hoi/index.rss",)
    legacy_tls, status, successor = True, "moved", "baodongthap"
