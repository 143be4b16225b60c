"""la34: the radio and television of Long An, since 1 July 2025 of Tây Ninh."""

from crawler.portals.mediatech import MediaTechSpider


class La34(MediaTechSpider):
    name = "la34"
    title = "Báo và phát thanh, truyền hình Long An"
    host = "la34.com.vn"
    unit = "tỉnh Long An"
    level = "province"
    province = "Long An"
    province_now = "Tây Ninh"
    latitude, longitude = 10.5356, 106.4137
    listings = ("https://la34.com.vn/chinh-tri", "https://la34.com.vn/thoi-su")
