"""huonghoa: the Party committee of Hướng Hóa, a district of Quảng Trị dissolved on 1 July 2025."""

from crawler.portals.mojoportal import MojoPortalSpider


class HuongHoa(MojoPortalSpider):
    name = "huonghoa"
    title = "Huyện ủy Hướng Hóa"
    host = "huonghoa.tinhuyquangtri.vn"
    unit = "huyện Hướng Hóa, Quảng Trị"
    level = "district"
    province = "Quảng Trị"
    province_now = "Quảng Trị"
    latitude, longitude = 16.6203, 106.7320
    listings = (
        "https://huonghoa.tinhuyquangtri.vn/Article/ViewList.aspx?mid=8541&pageid=3446&pagenumber=1",
    )
