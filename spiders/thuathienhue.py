"""thuathienhue: the portal of Thừa Thiên Huế, a central city under the name of Huế since 2025."""

import re

from crawler.portals.dotnetnuke import DotNetNukeSpider


class ThuaThienHue(DotNetNukeSpider):
    name = "thuathienhue"
    title = "Cổng thông tin điện tử tỉnh Thừa Thiên Huế"
    host = "thuathienhue.gov.vn"
    unit = "tỉnh Thừa Thiên Huế"
    level = "province"
    province = "Thừa Thiên Huế"
    province_now = "Huế"
    latitude, longitude = 16.4637, 107.5909
    listings = (
        "https://thuathienhue.gov.vn/vi-vn/Th%C3%B4ng-tin-K%E1%BA%BFt-n%E1%BB%91i-B%C3%A1o-ch%C3%AD"
        "-v%E1%BB%9Bi-ch%C3%ADnh-quy%E1%BB%81n/cid/94C0EBC4-0DD8-4B86-9947-A9150104E98B",
    )
    categories = re.compile(r"^/vi-vn/(?:Tin|Thong-tin|Thoi-su|Hoat-dong)[^/]*/cid/", re.I)
