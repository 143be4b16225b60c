"""laichau: the portal of Lai Châu, a province the mergers left as it was."""

from crawler.portals.vhv import VhvSpider


class LaiChau(VhvSpider):
    name = "laichau"
    title = "Cổng thông tin điện tử tỉnh Lai Châu"
    host = "laichau.gov.vn"
    unit = "tỉnh Lai Châu"
    level = "province"
    province = "Lai Châu"
    province_now = "Lai Châu"
    latitude, longitude = 22.3964, 103.4582
    listings = ("https://laichau.gov.vn/tin-tuc-su-kien",)
