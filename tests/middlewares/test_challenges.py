"""What stands before a portal is named; a small page of its own, whatever it holds, is read."""

from __future__ import annotations

import pytest
from scrapy import Request
from scrapy.http import HtmlResponse, TextResponse

from crawler.challenges import LARGEST, SHELL, challenge_of
from crawler.middlewares.challenge import Challenged, ChallengeMiddleware
from tests.middlewares.stubs import Stats
from tests.tables import table

JSD = '<script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script>'
RECAPTCHA = '<script src="https://www.google.com/recaptcha/api.js"></script>'
ROW = '<h3><a href="/giao-ban-7.html">Giao ban công tác Mặt trận tháng 7 năm 2025</a></h3>'
OTHER_ROW = '<h3><a href="/le-hoi-{n}.html">Khai mạc lễ hội hoa ban năm nay</a></h3>'
LEAD = (
    "<h1>Họp giao ban công tác tháng 7</h1><p>Sáng 3/8, Thường trực Huyện ủy họp giao ban công tác "
    "tháng 7, đánh giá kết quả và bàn nhiệm vụ tháng tới.</p>"
)


def page(body: str, head: str = "") -> str:
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'
    )


HEALTHY = {
    "an article with a provider's script": page(LEAD + JSD),
    "a listing of one row with it": page(ROW + JSD),
    "a listing without giao ban": page(OTHER_ROW.format(n=1) + OTHER_ROW.format(n=2) + JSD),
    "comments with a captcha": page(
        f"{LEAD}<form>Ý kiến bạn đọc <input> Mã xác nhận <div class='g-recaptcha'></div></form>",
        RECAPTCHA,
    ),
    "a cookie for the counter": page(LEAD + '<script>document.cookie="seen=1";</script>'),
    "a weather box still loading": page(f"{ROW}<div id='app'>Đang tải dữ liệu…</div>" + JSD),
    "an article about a firewall": page(
        LEAD + "<p>Hội nghị nghe báo cáo việc lắp tường lửa, xử lý truy cập bị chặn.</p>"
    ),
    "a page whose script loads its rows": page(
        '<script>var loadPageURL = "https://mau.gov.vn/news?do=load";</script>'
    ),
    "an empty page": page(""),
    "robots.txt": "User-agent: *\nDisallow: /admin\n",
    "a fragment": ROW * 3,
    "a notice of works": page(
        "<h1>Hệ thống đang bảo trì</h1><p>Kính mong quý độc giả thông cảm.</p>"
    ),
}
CHALLENGES = {
    "cookie by script alone": page(
        '<script>document.cookie="D1N="+make();location.reload();</script>'
    ),
    "no words, one script": page(
        '<script src="/.cloudrity/challenge.js"></script>', "<title>x</title>"
    ),
    "noscript only": page(
        "<noscript>Please enable JavaScript</noscript><script src=a.js></script>"
    ),
    "just a moment": page(
        f"<h1>mau.gov.vn</h1><p>Verifying you are human. This may take a few seconds.</p>{JSD}",
        "<title>Just a moment...</title>",
    ),
    "attention": page(
        "<h1>Sorry, you have been blocked</h1><p>You are unable to access mau.gov.vn.</p>",
        "<title>Attention Required! | Cloudflare</title>",
    ),
    "incapsula": page(
        '<iframe src="/_Incapsula_Resource?CWUDNSAI=9">Request unsuccessful. Incident ID: 1'
        "</iframe>"
    ),
    "a firewall's refusal": page(
        "The requested URL was rejected. Please consult with your administrator.<br>Your "
        "support ID is: 1712<br><a href='javascript:history.back();'>[Go Back]</a>",
        "<title>Request Rejected</title>",
    ),
    "Viettel": page(
        "<h1>Access Denied</h1><p>Your request was blocked by the security policy. ID: 9f-11</p>"
    ),
    "in Vietnamese": page("<h2>Truy cập bị từ chối</h2><p>Yêu cầu của bạn đã bị chặn. Mã: 77.</p>"),
    "captcha": page(
        "<form><p>Vui lòng nhập mã bên dưới để tiếp tục truy cập Cổng thông tin điện tử</p><img>"
        "<input></form>"
    ),
    "captcha in words": page(
        f"<p>Xác minh bạn là con người trước khi tiếp tục.</p><i class=g-recaptcha></i>{RECAPTCHA}"
    ),
    "not a robot": page("<p>Hãy đánh dấu vào ô để xác nhận bạn không phải là người máy nhé.</p>"),
    "a shell": page('<div id="root"></div><script src="/static/js/main.js"></script>'),
    "a shell that says so": page(
        '<div class="cho">Đang tải dữ liệu…</div><script type="module" src="/a.js"></script>'
    ),
    "a shell with head and foot": page(
        "<header>Cổng thông tin điện tử tỉnh Mẫu</header><main id=app>Đang tải dữ liệu...</main>"
        "<footer>Giấy phép số 12/GP-TTĐT, bản quyền thuộc Sở</footer><script src=/app.js></script>"
    ),
    "javascript wanted": page(
        "<p>Trang này cần JavaScript. Vui lòng bật JavaScript trên trình duyệt rồi thử lại sau.</p>"
    ),
}


@table("html", HEALTHY.values(), ids=HEALTHY)
def test_a_page_of_the_portal_is_no_challenge(html: str) -> None:
    assert challenge_of(html) is None


@table("html", CHALLENGES.values(), ids=CHALLENGES)
def test_a_challenge_is_named(html: str) -> None:
    challenge = challenge_of(html)
    assert challenge is not None
    assert challenge.cookies == ()


def test_what_a_shell_says_to_a_browser_without_scripts_is_no_refusal() -> None:
    shell = page(
        "<noscript>You need to enable JavaScript to run this app.</noscript>"
        '<div id="root"></div><script src="/static/js/main.js"></script>'
    )
    challenge = challenge_of(shell)
    assert challenge is not None
    assert challenge.reason == SHELL


@pytest.mark.parametrize(
    ("script", "cookies"),
    [
        (
            'document.cookie="D1N=4f1c"+"; expires=Fri, 31-Dec-2037 23:55:55 GMT; path=/";'
            "window.location.reload(true);",
            {"D1N": "4f1c"},
        ),
        ('document.cookie = "D1N" + "=" + "4f" + "1c";location.reload()', {"D1N": "4f1c"}),
        ("document.cookie='a-b=c=d';window.location.href='/tin-tuc';", {"a-b": "c=d"}),
        (
            'document.cookie="a=1; path=/";document.cookie="b=2";location.replace(location.href);',
            {"a": "1", "b": "2"},
        ),
    ],
)
def test_a_stub_that_only_sets_cookies_is_answered_once(
    script: str, cookies: dict[str, str]
) -> None:
    stats = Stats()
    middleware = ChallengeMiddleware(stats)  # type: ignore[arg-type]
    response = HtmlResponse("https://mau.gov.vn/", body=page(f"<script>{script}</script>").encode())
    again = middleware.process_response(Request(response.url, cb_kwargs={"walk": 1}), response)
    assert isinstance(again, Request)
    assert again.cookies == cookies
    assert again.cb_kwargs == {"walk": 1}
    with pytest.raises(Challenged, match="own cookie"):
        middleware.process_response(again, response)
    assert stats.values == {"challenge/cookie": 1, "challenge/unsolved": 1}


def test_what_is_no_html_is_no_challenge() -> None:
    middleware = ChallengeMiddleware(Stats())  # type: ignore[arg-type]
    answer = TextResponse("https://mau.gov.vn/", body=b'{"title": "Access Denied <b>"}')
    assert middleware.process_response(Request(answer.url), answer) is answer


@table(
    "part",
    [
        "<script",
        "<a>",
        "document.cookie='a=1'+",
        "location ",
        "<title",
        "<div>",
        "nhap ma ",
        "\\x00<",
    ],
)
def test_near_misses_by_the_thousand_end(part: str) -> None:
    html = "<html>" + part * (LARGEST // len(part))
    challenge_of(html[:LARGEST])
