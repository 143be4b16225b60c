"""Quận Hai Bà Trưng, Hà Nội. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class HaiBaTrung(PortalSpider):
    name = "haibatrung"
    title = "Quận Hai Bà Trưng"
    unit = "quận Hai Bà Trưng, Hà Nội"
    family = "liferay"
    listings = ("https://haibatrung.hanoi.gov.vn/thong-tin-tuyen-truyen-co-so",)
    status = "gone"
