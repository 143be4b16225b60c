"""Pictures, what is printed with them and what is not, and files that do not look like any."""

# ruff: noqa: E501  (mark-up is kept as portals print it)

from __future__ import annotations

import pytest

from tests.extraction.kinds import BODY, LEAD, PARAGRAPHS, TEXT, TITLE, read, report
from tests.tables import table

CAPTION = "Đập dâng Nà Khoang nhìn từ bờ tả"
PICTURES = [
    f'<table align=center><tr><td><img src="/anh/dap.jpg"></td></tr><tr><td><p>{CAPTION}</p></td></tr></table>',
    f'<figure><img src="/anh/dap.jpg"><figcaption>{CAPTION}</figcaption></figure>',
    f'<p align=center><img src="/anh/dap.jpg"></p><p align=center><em>{CAPTION}</em></p>',
    f'<p style="text-align:center"><img src="/anh/dap.jpg"><br><i>{CAPTION}</i></p>',
]
VERSE = [
    "Nước về qua bản chiều nay,",
    "Ruộng bậc xanh thẫm, mạ dày lưng nương,",
    "Ai đi cuối nẻo mười phương,",
    "Nhớ con suối nhỏ dọc đường Nà Khoang",
]
WORDS = [
    f"<p><em>“{'<br/>'.join(VERSE)}”</em></p>",
    f"<p style='text-align:center'><i>{'<br>'.join(VERSE)}</i></p>",
    "<p><em>Vì sao đập dâng mới sửa ba năm đã rò ở cả hai bên vai?</em></p>",
    "<p><i>Bà con mong gì ở vụ mùa này?</i></p>",
    "<p><em>“Không có nước thì cả bản phải bỏ ruộng, năm nào cũng vậy, cán bộ xã biết rõ điều đó”</em></p>",
    "<div style='font-style:italic'>Nước về qua bản chiều nay<br>Ruộng bậc xanh thẫm mạ dày lưng nương<br>Ai đi cuối nẻo mười phương</div>",
]


@table("words", WORDS)
@table("picture", PICTURES)
def test_words_in_italics_below_a_captioned_picture_are_text(picture: str, words: str) -> None:
    got = read(report(end=f"{picture}{words}<p>{TEXT[0]}</p>"))
    assert [image.caption for image in got.images] == [CAPTION]
    body = (got.body or "").replace("\n\n", " ")
    assert any(
        w in body for w in ("Nước về qua bản", "Vì sao đập dâng", "Bà con mong gì", "Không có nước")
    )
    assert CAPTION not in body


@pytest.mark.parametrize("words", WORDS[2:5])
def test_words_in_italics_below_a_picture_without_caption_are_text(words: str) -> None:
    got = read(report(end=f'<p><img src="/anh/dap.jpg"></p>{words}<p>{TEXT[0]}</p>'))
    assert [image.caption for image in got.images] == [None]


@pytest.mark.parametrize(
    "second", ["<p align=center><i>Ảnh: Lò Inh</i></p>", "<p><em>(Ảnh: CTV)</em></p>"]
)
def test_a_credit_below_a_caption_is_none_of_the_text(second: str) -> None:
    got = read(report(end=f"{PICTURES[2]}{second}<p>{TEXT[0]}</p>"))
    assert (got.author, got.body) == (None, f"{BODY}\n\n{TEXT[0]}")


@table(
    "gallery",
    [
        '<div class="ms-WPBody"><ul class="ppy-imglist"><li><a href="/HoatDongAnh/a.jpg"><img src="/HoatDongAnh/_w/a.jpg"></a><span><strong>Suối Pá Lụ</strong><br></span></li></ul></div>',
        '<div class="slide"><div><a href="/anh/1"><img src="/anh/1.jpg"></a><p>Suối Pá Lụ</p></div><div><a href="/anh/2"><img src="/anh/2.jpg"></a><p>Thác Nà Khoang</p></div></div>',
        '<table><tr><td><a href="/anh/1.jpg"><img src="/anh/t1.jpg"></a><br><b>Suối Pá Lụ</b></td></tr></table>',
        '<div class="album"><h3>Thư viện ảnh</h3><a href="/1"><img src="/1.jpg"></a><span>Suối Pá Lụ</span></div>',
        '<ul><li><a href="/a"><img src="/a.jpg" alt="Suối Pá Lụ"></a><div><i>Suối Pá Lụ</i></div></li></ul>',
    ],
)
def test_the_names_in_a_gallery_are_no_writers(gallery: str) -> None:
    got = read(report(after=gallery))
    assert (got.title, got.author, got.body) == (TITLE, None, BODY)


@table(
    "image",
    [
        '<img src="data:image/gif;base64,R0lGOD" data-src="/anh/dap.jpg">',
        '<img src="/images/blank.gif" data-original="/anh/dap.jpg">',
        '<img class=lazy data-lazy-src="/anh/dap.jpg">',
        '<img srcset="/anh/dap.jpg 640w, /anh/dap-lon.jpg 1280w">',
        '<img src="data:," data-srcset="/anh/dap.jpg 1x, /anh/dap-lon.jpg 2x">',
        '<picture><source srcset="/anh/dap.jpg 640w"><img src="data:,"></picture>',
        '<img class=lazy src="data:,"><noscript><img src="/anh/dap.jpg"></noscript>',
        '<img data-src="/anh/dap.jpg"><noscript><img src="/anh/dap.jpg"></noscript>',
        '<img src="/anh/lazy.png" data-url="/anh/dap.jpg">',
    ],
)
def test_pictures_loaded_late_are_read_once(image: str) -> None:
    got = read(report(end=f"<figure>{image}<figcaption>{CAPTION}</figcaption></figure>"))
    assert [(i.url, i.caption) for i in got.images] == [
        ("http://sung.example.vn/anh/dap.jpg", CAPTION)
    ]
    assert (got.sapo, got.body) == (LEAD, BODY)


@table(
    "link, url, name, kind",
    [
        (
            '<a href="/documents/20182/0/B%C3%A1o+c%C3%A1o.pdf/5d7c0f1e-33b2-4f0e-9d8e-0a5f3a1b2c3d?t=17">Báo cáo tháng 5</a>',
            "/documents/20182/0/B%C3%A1o+c%C3%A1o.pdf/5d7c0f1e-33b2-4f0e-9d8e-0a5f3a1b2c3d?t=17",
            "Báo cáo tháng 5",
            "application/pdf",
        ),
        (
            '<a href="/LinkClick.aspx?fileticket=Zx9&amp;tabid=7">Bao cao.docx</a>',
            "/LinkClick.aspx?fileticket=Zx9&tabid=7",
            "Bao cao.docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        (
            '<a href="/_layouts/download.aspx?SourceUrl=/Lists/Docs/Bao%20cao.xls">Tải về</a>',
            "/_layouts/download.aspx?SourceUrl=/Lists/Docs/Bao%20cao.xls",
            "Bao cao.xls",
            "application/vnd.ms-excel",
        ),
        (
            '<a href="/tin/hop-12.html?download=1&amp;id=0" title="Tập tin  bc.pdf">Tập tin : <strong>bc.pdf</strong></a>',
            "/tin/hop-12.html?download=1&id=0",
            "bc.pdf",
            "application/pdf",
        ),
        (
            '<a href="/download/2217">Biểu tổng hợp thủy lợi phí</a>',
            "/download/2217",
            "Biểu tổng hợp thủy lợi phí",
            None,
        ),
        (
            '<a href="/api/files/77" download>Biểu tổng hợp</a>',
            "/api/files/77",
            "Biểu tổng hợp",
            None,
        ),
        (
            '<a href="/Handlers/DownloadHandler.ashx?id=9">Biểu tổng hợp</a>',
            "/Handlers/DownloadHandler.ashx?id=9",
            "Biểu tổng hợp",
            None,
        ),
        (
            '<a href="/index.php?option=com_docman&amp;task=doc_download&amp;gid=9">Biểu tổng hợp</a>',
            "/index.php?option=com_docman&task=doc_download&gid=9",
            "Biểu tổng hợp",
            None,
        ),
        (
            '<a href="/tep/bieu.pdf;jsessionid=3F2A">Biểu tổng hợp</a>',
            "/tep/bieu.pdf;jsessionid=3F2A",
            "Biểu tổng hợp",
            "application/pdf",
        ),
        (
            '<a href="/tep/77" type="application/pdf">Biểu tổng hợp</a>',
            "/tep/77",
            "Biểu tổng hợp",
            "application/pdf",
        ),
        (
            '<a href="/tep/9f3c">bieu-tong-hop.xlsx</a>',
            "/tep/9f3c",
            "bieu-tong-hop.xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
    ],
)
def test_files_that_name_no_file(link: str, url: str, name: str, kind: str | None) -> None:
    got = read(report(end=f"<p>{link}</p>"))
    files = [(f.url, f.name, f.media_type) for f in got.attachments]
    assert files == [(f"http://sung.example.vn{url}", name, kind)]


@pytest.mark.parametrize(
    "address",
    [
        "https://drive.google.com/file/d/1AbC/view?usp=sharing",
        "https://docs.google.com/spreadsheets/d/1AbC/edit#gid=0",
        "https://1drv.ms/b/s!AbC",
    ],
)
def test_files_left_with_somebody_else(address: str) -> None:
    got = read(report(end=f'<p><a href="{address}">Biểu tổng hợp thủy lợi phí</a></p>'))
    assert [(f.name, f.media_type) for f in got.attachments] == [
        ("Biểu tổng hợp thủy lợi phí", None)
    ]


@table(
    "link",
    [
        '<a href="/savefile/tin/hop-12.html">Lưu bài viết này</a>',
        '<a href="/tin/tai-lieu-giao-ban-14.html">Tài liệu giao ban tuần 14</a>',
        '<a href="http://khac.example.vn/">khac.example.vn</a>',
        '<a href="/tin/hop-12.html?print=1">In bài</a>',
        '<a href="/download">Mục tải về</a>',
        '<a href="mailto:xa@sung.example.vn">xa@sung.example.vn</a>',
        '<a href="https://drive.google.com/drive/folders/1AbC">Thư mục ảnh</a>',
        '<a href="https://docs.google.com/forms/d/e/1AbC/viewform">Phiếu khảo sát</a>',
    ],
)
def test_links_that_are_no_files(link: str) -> None:
    assert read(report(end=f"<p>Bà con xem thêm ở {link} khi cần tra cứu.</p>")).attachments == []


def test_a_byline_below_the_files() -> None:
    files = '<div class=panel><div><strong>File đính kèm</strong></div><div><a href="/a.pdf">a.pdf</a></div></div><div><p class="text-right"><strong>Tác giả: </strong>Lò Văn Inh</p></div>'
    got = read(report(after=files))
    assert (got.author, [f.name for f in got.attachments], got.body) == (
        "Lò Văn Inh",
        ["a.pdf"],
        BODY,
    )


@pytest.mark.parametrize(
    ("html", "section"),
    [
        (
            '<ul class="breadcrumb"><li><a href="/">Trang chủ</a></li><li><a href="/n">Nông nghiệp</a></li></ul>',
            "Nông nghiệp",
        ),
        ('<p><a href="/n" rel="category tag">Nông nghiệp</a></p>', "Nông nghiệp"),
        (
            '<dl><dd class="category-name">Danh mục: <a href="/n">Nông nghiệp</a></dd></dl>',
            "Nông nghiệp",
        ),
        (
            '<span class="cat-links">Trong <a href="/n" rel="category">Nông nghiệp</a></span>',
            "Nông nghiệp",
        ),
    ],
)
def test_the_section(html: str, section: str) -> None:
    assert read(report(below_title=html)).section == section


def test_the_section_told_to_other_programs() -> None:
    head = '<meta property="article:section" content="Nông nghiệp">'
    assert (
        read(f"<h1>{TITLE}</h1><div><p>{LEAD}</p>{PARAGRAPHS}</div>", head=head).section
        == "Nông nghiệp"
    )
