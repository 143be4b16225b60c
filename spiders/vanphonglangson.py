"""Văn phòng Ủy ban nhân dân tỉnh Lạng Sơn. Listing inferred from addresses."""

from crawler.portals.spider import PortalSpider


class VanPhongLangSon(PortalSpider):
    name = "vanphonglangson"
    title = "Văn phòng Ủy ban nhân dân tỉnh Lạng Sơn"
    unit = "tỉnh Lạng Sơn"
    family = "drupal"
    listings = ("https://vanphong.langson.gov.vn/vi",)
