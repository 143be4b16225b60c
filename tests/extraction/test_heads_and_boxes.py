"""What seventy-eight blind pages showed of heads, stamps and boxes, each kind in our own variations."""

# ruff: noqa: E501  (mark-up is kept as portals print it)

from __future__ import annotations

import pytest

from tests.extraction.kinds import BODY, LEAD, MENU, PARAGRAPHS, TEXT, TITLE, read, report
from tests.tables import table

CONTENT = f"<div class=noidung><p>{LEAD}</p>{PARAGRAPHS}</div>"


@table(
    "heading",
    [
        "<h2 class='ms-webpart-titleText'>Portal - Block_TinBai_View</h2>",
        "<div class='ms-WPHeader'><h3 class='webpart-title'>Chi tiết tin bài</h3></div>",
        "<h2><span>TinTuc_ChiTiet_WebPart</span></h2>",
        "<div class='widget-header'><h2>Xem nội dung tin</h2></div>",
        "<header class='portlet-topper'><h1 class='portlet-title'><span>Asset Publisher</span></h1></header>",
        "<h1 class='logo'>UBND XÃ MƯỜNG SUNG</h1>",
        "<div class='branding'><h1>Mường Sung quê em</h1></div>",
        "<h1 class='site-title'>Mường Sung hôm nay</h1><p class='site-description'>Vì dân phục vụ</p>",
        "<h2 class='navbar-brand'>Mường Sung số</h2>",
        "<p class='ten-don-vi' style='font-size:24px'><b>Mường Sung đổi mới</b></p>",
    ],
)
@table(
    "title",
    [
        f"<h3 class='news-title'>{TITLE}</h3>",
        f"<span class='tieu-de'><strong>{TITLE}</strong></span>",
        f"<div><font size=4 class='tieudetin'><b>{TITLE}</b></font></div>",
        f"<h2>{TITLE}</h2>",
    ],
)
def test_what_heads_a_page_and_is_no_title(heading: str, title: str) -> None:
    page = f"<div id=khung>{heading}{MENU}<div class=trong>{title}{CONTENT}</div></div>"
    assert read(page).title == TITLE


@table(
    "title",
    [
        "<span class='tieu-de'><strong>{}</strong> <small>(19/09/2020)</small></span>",
        "<h2>{} <small>19/09/2020</small></h2>",
        "<h1><span>{}</span> <i>(Ngày đăng: 19/09/2020)</i></h1>",
        "<p class='title'><b>{}</b> (19/09/2020)</p>",
        "<div class='ten-tin'><b>{}</b>&nbsp;<em>[19-09-2020]</em></div>",
    ],
)
def test_a_stamp_on_the_titles_line(title: str) -> None:
    got = read(f"<div class=tin>{title.format(TITLE)}{CONTENT}</div>")
    assert (got.title, got.published_at) == (TITLE, "2020-09-19")


@table(
    "stamp",
    [
        "<div class=date>Thứ Sáu, ngày 17/06/2022 | 17:39</div>",
        "<p class=ngay>Thứ sáu, 17/6/2022 17:39</p>",
        "<div><span class=time>17:39 | 17/06/2022</span></div>",
        "<div class=post-info><i class='fa fa-calendar'></i> Thứ Sáu, 17/06/2022, 17:39 (GMT+7)</div>",
    ],
)
@table("box", ["news-details", "detail", "article-box", "post", "bai-viet"])
def test_a_stamp_before_the_box_of_title_and_text(stamp: str, box: str) -> None:
    page = (
        f"<div class=top><span id=clock>Chủ nhật, 19/06/2022 08:44</span></div>{MENU}<div class='{box}'>{stamp}"
        f"<div class='{box}-trong'><h1>{TITLE}</h1>{CONTENT}</div></div>"
    )
    got = read(page)
    assert (got.published_at, got.title) == ("2022-06-17T17:39:00+07:00", TITLE)


@pytest.mark.parametrize(
    "clock",
    [
        "<div class=header><div class=day>Chủ Nhật, 26/05/2024 10:10</div></div>",
        "<div class=top-bar><span>Thứ Tư, 08/07/2026</span></div>",
        "<div>Chủ Nhật, 26/05/2024</div>",
    ],
)
def test_the_pages_clock_is_no_stamp(clock: str) -> None:
    page = f"<div id=wrapper>{clock}{MENU}<div class=bai><h1>{TITLE}</h1>{CONTENT}</div></div>"
    assert read(page).published_at is None


@table(
    "stamp",
    [
        "Thứ Ba, 07/07/2026 - 16:00",
        "Thứ Ba - 07/07/2026 16:00",
        "Chủ Nhật, 05/07/2026 | 16:00",
        "Thứ Năm | 02/07/2026 16:00",
        "16:00 | Thứ Hai, 06/07/2026",
        "THỨ SÁU, 03/07/2026 16:00",
    ],
)
@table("above", [True, False])
def test_a_weekday_is_nobody(stamp: str, above: bool) -> None:
    meta = f"<div class=x7>{stamp}</div>"
    got = read(report(above=meta) if above else report(below_title=meta))
    assert (got.author, got.body) == (None, BODY)
    assert got.published_at is not None
    assert got.published_at.endswith("T16:00:00+07:00")


@table(
    "names, author",
    [
        (
            "<b>Hồng Nhung - Đức Thịnh</b> | 17/05/2024 19:45 | 1.024 lượt xem",
            "Hồng Nhung - Đức Thịnh",
        ),
        ("<span>Lan Chi, Hà An</span> | <span>17/05/2024 19:45</span>", "Lan Chi, Hà An"),
        ("Lan Chi - Hà An - 17/05/2024 19:45", "Lan Chi - Hà An"),
        ("17/05/2024 19:45 | Lan Chi – Hà An", "Lan Chi – Hà An"),
        ("<b>Lan Chi và Hà An</b> • 19:45 17/05/2024", "Lan Chi và Hà An"),
        ("Thời sự - Lan Chi | 17/05/2024 19:45", "Lan Chi"),
        ("Lan Chi - Hà An - Thứ Sáu, 17/05/2024 19:45", "Lan Chi - Hà An"),
        ("Lan Chi - Thứ Sáu, 17/05/2024 19:45", "Lan Chi"),
    ],
)
def test_two_names_beside_the_date(names: str, author: str) -> None:
    got = read(report(below_title=f"<div class=info>{names}</div>"))
    assert (got.author, got.published_at, got.body) == (author, "2024-05-17T19:45:00+07:00", BODY)


@table(
    "line, author",
    [
        ("BTV: Hà My", "Hà My"),
        ("Biên tập viên: Hà My", "Hà My"),
        ("BTV Hà My", "Hà My"),
        ("CTV: Hà My", "Hà My"),
        ("Nhóm PV: Hà My - Lan Chi", "Hà My - Lan Chi"),
        ("Phóng viên: Hà My – Quay phim: Đức An", "Hà My"),
        ("Thực hiện: Hà My - Kỹ thuật: Đức An", "Hà My"),
        ("Tin: Hà My, đồ họa: Đức An", "Hà My"),
        ("Biên tập: Hà My", None),
    ],
)
def test_who_signs_by_what_he_is(line: str, author: str | None) -> None:
    got = read(report(end=f"<p style='text-align:right'><em>{line}</em></p>"))
    assert (got.author, got.body) == (author, BODY)


@table(
    "line",
    [
        "<p><b>Thời gian:</b> 8 giờ 00 phút, ngày 29/12/2025 (thứ Hai).</p>",
        "<p>- Thời gian: 14h00 ngày 12/3/2024.</p>",
        "<p>1. Thời gian: 7 giờ 30, thứ Hai, ngày 6/1/2025</p>",
        "<p>Thời gian: 8 giờ, ngày 29/12/2025;</p>",
        "<li>Thời gian: Bắt đầu lúc 8 giờ ngày 29/12/2025.</li>",
    ],
)
@table("opening", [f"<p>{LEAD}</p>", "<p>UBND xã mời họp giao ban như sau:</p>"])
def test_the_time_of_a_meeting_is_text(line: str, opening: str) -> None:
    place = "<p><b>Địa điểm:</b> Phòng họp số 1, trụ sở UBND xã.</p>"
    got = read(
        f"<div class=tin><h1>{TITLE}</h1><div class=ngay>22/12/2023 08:00</div>"
        f"<div class=noidung>{opening}{line}{place}{PARAGRAPHS}</div></div>"
    )
    assert got.published_at == "2023-12-22T08:00:00+07:00"
    assert "Thời gian:" in (got.body or "")
    assert (got.sapo or "")[:20] == opening.removeprefix("<p>")[:20]


@table(
    "player",
    [
        "<div class=jwplayer>Video Player is loading.</div>",
        "<div class='video-js'><p class='vjs-no-js'>To view this video please enable JavaScript, and consider upgrading to a web browser that supports HTML5 video</p></div>",
        "<div class='vjs-modal-dialog-content'><p>Beginning of dialog window. Escape will cancel and close the window.</p></div>",
        "<div class=player><span>Current Time 0:00</span><span>Duration 3:21</span></div>",
        "<div class=player>Trình phát video đang tải...</div>",
        "<div class=player><p>Your browser does not support the video tag.</p></div>",
        "<div class=player><p>Đang tải video</p></div>",
        "<p>Play Video</p>",
    ],
)
@table("inside", [True, False])
def test_the_words_of_a_player(player: str, inside: bool) -> None:
    box = f"<div class=noidung>{player}" if inside else f"{player}<div class=noidung>"
    got = read(f"<div class=bai><h1>{TITLE}</h1>{box}<p>{LEAD}</p>{PARAGRAPHS}</div></div>")
    assert (got.title, got.sapo, got.body) == (TITLE, LEAD, BODY)


@table(
    "poll",
    [
        "<div class=voting><p>Bạn có hài lòng với dịch vụ công?</p><label><input type=radio> Có</label><label><input type=radio> Không</label></div>",
        "<form><p>Bạn thấy trang tin của xã thế nào?</p><p><input type=radio name=a> Rất đẹp</p><p><input type=radio name=a> Bình thường</p><button>Gửi</button></form>",
        "<div class=k3><h4>Theo bạn, xã nên họp chợ phiên vào ngày nào?</h4><ul><li><input type=checkbox> Thứ bảy</li><li><input type=checkbox> Chủ nhật</li></ul></div>",
        "<div class=k3><div>Bạn biết tin này từ đâu?</div><div><input type=radio> Loa xã</div><div><input type=radio> Người quen kể lại</div><a href=#>Xem kết quả</a></div>",
        "<table><tr><td>Bạn có hay đọc tin của xã không?</td></tr><tr><td><input type=radio>Có</td></tr><tr><td><input type=radio>Thỉnh thoảng</td></tr></table>",
    ],
)
def test_a_poll_in_the_text(poll: str) -> None:
    got = read(
        f"<h1>{TITLE}</h1><div class=noidung><p>{LEAD}</p><p>{TEXT[0]}</p>{poll}<p>{TEXT[1]}</p></div>"
    )
    assert (got.sapo, got.body) == (LEAD, BODY)


@table(
    "picture",
    [
        "<br><br><img src=/a.jpg><br><em>Bà con nạo vét kênh</em><br><br>",
        "<br><img src=/a.jpg><br><i>Bà con nạo vét kênh</i><br>",
        "<br><br><a href=/a.jpg><img src=/a.jpg></a><br><span style='font-style:italic'>Bà con nạo vét kênh</span><br><br>",
        "<br><br><b><img src=/a.jpg></b><br>Bà con nạo vét kênh<br><br>",
        "<br /><br /><span><img src=/a.jpg><br><em>Bà con nạo vét kênh.</em></span><br /><br />",
    ],
)
@table("tag", ["p", "div", "td"])
def test_a_caption_in_a_text_of_one_box(picture: str, tag: str) -> None:
    inner = f"{LEAD}<br><br>{TEXT[0]}{picture}{TEXT[1]}"
    box = f"<table><tr><td>{inner}</td></tr></table>" if tag == "td" else f"<{tag}>{inner}</{tag}>"
    got = read(f"<h1>{TITLE}</h1><div class=noidung>{box}</div>")
    assert (got.sapo, got.body) == (LEAD, BODY)
    assert [(image.caption or "").rstrip(".") for image in got.images] == ["Bà con nạo vét kênh"]
