"""Đài Truyền thanh - Truyền hình Tuyên Hóa, Quảng Bình. Listing inferred: the family's search."""

from crawler.portals.spider import PortalSpider


class TruyenHinhTuyenHoa(PortalSpider):
    name = "truyenhinhtuyenhoa"
    title = "Đài Truyền thanh - Truyền hình Tuyên Hóa"
    unit = "huyện Tuyên Hóa, Quảng Bình"
    family = "wordpress"
    listings = ("http://truyenhinhtuyenhoa.com/?s=giao+ban",)
    status = "gone"
