"""laichau: the portal of Lai Châu, a province the mergers left as it was."""

from crawler.portals.spider import PortalSpider


class LaiChau(PortalSpider):
    name = "laichau"
    title = "Cổng thông tin điện tử tỉnh Lai Châu"
    family = "vhv"
    unit = "tỉnh Lai Châu"
    listings = ("https://laichau.gov.vn/tin-tuc-su-kien",)
