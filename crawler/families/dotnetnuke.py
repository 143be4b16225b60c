"""DotNetNuke and its kin (thuathienhue, khanhhoa): control ids in layout tables, GUIDs in URLs."""

import re

from crawler.families.base import Family, Fields, Listing
from crawler.families.postback import postback

_GUID = r"[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}"

FAMILY = Family(
    name="dotnetnuke",
    tokens=frozenset({"title-article", "datearticle", "chitietbaiviet", "dnn_ContentPane"}),
    prefixes=("dnn_",),
    signature=re.compile(r"/DesktopModules/|/Portals/_default/|DotNetNuke", re.IGNORECASE),
    article=re.compile(
        rf"(?:/newsid/|[?&]newsid=|/itemid/)(?P<key>{_GUID}|\d+)"
        r"|/(?:id|ndid|title)/(?P<number>\d+)(?:/|$)",
        re.IGNORECASE,
    ),
    pager=postback,
    fields=Fields(
        title=(
            "[id$=_lblTieude]",
            "[id$=_lblTieuDe]",
            ".title-article",
        ),
        stamp=(
            "[id$=_lblNgaydang]",
            "[id$=_lblNgayDang]",
            "[id$=_lblNgaycapnhat]",
            "[id$=_lblNgay]",
            # Of the page's modules only: the skin has a clock of the same name.
            "[id*=_ctr][id$=_lblDate]",
            "[id*=_lblNgay]",
            "[id*=_lblCapnhat]",
            "#datearticle",
        ),
        sapo=(
            "[id$=_lblTomtat]",
            "[id$=_lblTrichyeu]",
            "[id$=_lblTrichdan]",
            "[id$=_divTrichdan]",
            "[id*=Tomtat]",
            "[id*=TomTat]",
        ),
        content=(
            "[id$=_divNoidung]",
            ".chitietbaiviet",
            "[id*=Noidung]",
            "[id*=NoiDung]",
        ),
        author=("[id$=_lblTacgia]", "[id$=_lblTacGia]"),
        source=("[id$=_lblNguon]",),
        furniture=("[id$=_listDadua]", "[id*=Lienquan]", "[id*=LienQuan]"),
    ),
    listing=Listing(
        title=("[id*=Tieude]", "[id*=TieuDe]", ".title-article", "[id*=Title]"),
        summary=("[id*=Tomtat]", "[id*=TomTat]", "[id*=Trich]", "[id*=Mota]"),
        date=("[id*=Ngay]", "[id*=Date]", "[id*=Thoigian]"),
    ),
)
