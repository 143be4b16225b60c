"""Ban Tuyên giáo Tỉnh ủy An Giang. Listing inferred: the home page."""

from crawler.portals.spider import PortalSpider


class TuyenGiaoAnGiang(PortalSpider):
    name = "tuyengiaoangiang"
    title = "Ban Tuyên giáo Tỉnh ủy An Giang"
    unit = "tỉnh An Giang"
    family = "joomla"
    listings = ("https://tuyengiaoangiang.vn/",)
    status = "gone"
