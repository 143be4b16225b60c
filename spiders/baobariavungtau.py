"""Báo Bà Rịa - Vũng Tàu. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class BaoBaRiaVungTau(PortalSpider):
    name = "baobariavungtau"
    title = "Báo Bà Rịa - Vũng Tàu"
    unit = "tỉnh Bà Rịa - Vũng Tàu"
    family = "press_hash"
    listings = ("https://baobariavungtau.com.vn/chinh-tri/",)
    status, successor = "moved", "sggp"
