"""Thành phố Thủ Đức, Hồ Chí Minh. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class ThuDuc(PortalSpider):
    name = "thuduc"
    title = "Thành phố Thủ Đức"
    unit = "thành phố Thủ Đức, Hồ Chí Minh"
    listings = ("https://tpthuduc.hochiminhcity.gov.vn/",)
    article = r"/ct/\d+/(?P<key>\d+)(?:[/?#]|$)"
    status = "gone"
