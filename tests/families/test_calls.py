"""What a page's own script asks for: the request that its call would send."""

from __future__ import annotations

import json

from crawler.families.asking import AJAX, Answer, Ask
from crawler.families.calls import called
from crawler.families.generic import FAMILY as GENERIC
from crawler.portals.requests import request_for
from crawler.runs.walking import ask_of, entry_of
from tests.tables import table

URL = "https://xa.gov.vn/nhom-tin/su-kien"
API = "https://xa.gov.vn/api/tin"
MORE = "<button>Xem thêm</button>"

FIELDS = "<input type='hidden' id='maMuc' value='7'><i id='ds' data-zone='su-kien'></i>"

Sent = dict[str, object]


def page(script: str) -> Answer:
    return Answer(URL, f"<p>Tin</p>{FIELDS}<script>{script}</script>")


@table(
    "script, body",
    [
        (
            "let page = 1; async function more() { page++; const r = await fetch('/api/tin', {"
            "method: 'POST', headers: {'Content-Type': 'application/json'},"
            "body: JSON.stringify({categoryId: 5, keyword: '', pageIndex: page, pageSize: 10})});}",
            {"categoryId": 5, "keyword": "", "pageIndex": 2, "pageSize": 10},
        ),
        (
            "var size = 10; $.ajax({url: '/api/tin', type: 'POST', data: JSON.stringify({"
            "cat: parseInt($('#maMuc').val()), page: p, size: size})})",
            {"cat": 7, "page": 2, "size": 10},
        ),
        # counted from 0: the rows shown are those of 0
        (
            "var p0 = 0, cat = 'su-kien'; function more() { p0 += 1; axios.post('/api/tin', "
            "{zone: cat, page: p0}) }",
            {"zone": "su-kien", "page": 1},
        ),
        # raised after the call: the first is asked for with the number it was set to
        (
            "var next = 2; $.ajax({url: '/api/tin', type: 'POST', contentType: 'application/json',"
            " data: JSON.stringify({paging: {pageNo: next, size: 12}, hot: false})}); next++;",
            {"paging": {"pageNo": 2, "size": 12}, "hot": False},
        ),
        (
            "const payload = {maMuc: 7, offset: shown, limit: 15};"
            "fetch('/api/tin', {method: 'post', body: JSON.stringify(payload)})",
            {"maMuc": 7, "offset": 15, "limit": 15},
        ),
        (
            "fetch(`/api/tin`, {method: 'POST', body: JSON.stringify({page: page + 1, ma: null})})",
            {"page": 2, "ma": None},
        ),
    ],
)
def test_a_body_in_json_is_posted(script: str, body: Sent) -> None:
    ask = called(page(script), 2)
    assert ask is not None
    assert (ask.url, ask.method, ask.unsure, ask.headers) == (API, "POST", True, AJAX)
    assert json.loads(ask.json or "") == body


@table(
    "script, target",
    [
        (
            "var muc = 12, trang = 1; function load(p) { fetch('/api/tin?muc=' + muc + '&trang='"
            " + p + '&soLuong=10') } load(trang);",
            "/api/tin?muc=12&trang=1&soLuong=10",
        ),
        ("const c='x'; fetch(`/api/tin/${c}?page=${page}`)", "/api/tin/x?page=1"),
        ("$.getJSON('/api/tin', {page: n, size: 20}, show)", "/api/tin?page=1&size=20"),
        ("axios.get('/api/tin', {params: {page: 0, size: 20}})", "/api/tin?page=0&size=20"),
        ("$.ajax({url: '/api/tin', data: {p: trang, cid: 4}})", "/api/tin?p=1&cid=4"),
        ("axios.get('/api/tin/page/' + page)", "/api/tin/page/1"),
        (
            "let so = 10; fetch(`/api/tin?offset=${so}&limit=10`); so += 10",
            "/api/tin?offset=10&limit=10",
        ),
    ],
)
def test_the_first_rows_are_asked_for_where_the_page_shows_none(script: str, target: str) -> None:
    assert GENERIC.first_rows(page(script)) == Ask(url=f"https://xa.gov.vn{target}", headers=AJAX)


def test_a_form_is_posted() -> None:
    ask = called(page("jQuery.post('/api/tin', {page: so, 'cat[]': 5, all: true})"), 2)
    assert ask is not None
    assert (ask.method, ask.form) == ("POST", (("page", "2"), ("cat[]", "5"), ("all", "True")))


@table(
    "script",
    [
        "fetch('/api/thoi-tiet?tinh=' + page)",
        "fetch('/api/tin', {method: 'POST', body: JSON.stringify({page: 1, token: token()})})",
        "fetch('/api/tin?cat=' + cat() + '&page=' + page)",
        "fetch('https://other.vn/api/tin?page=' + page)",
        "fetch('/api/tin/moi-nhat')",
        "fetch('/api/binh-luan?page=' + page)",
        "fetch('/api/tin?page=' + page",
        "fetch(" * 2000,
        "fetch('/a" + "'" * 3000,
        "fetch('/api/tin', {method: 'DELETE', body: {page: 2}})",
        "prefetch('/api/tin?page=' + page)",
    ],
)
def test_what_a_running_script_alone_knows_is_not_asked_for(script: str) -> None:
    assert called(page(script), 2) is None


@table(
    "script, target",
    [
        ("$.get('/api/tin', {page: p, muc: $('#maMuc').val()})", "?page=2&muc=7"),
        (
            "fetch(`/api/tin?m=${document.getElementById('maMuc').value}&p=${p}`)",
            "?m=7&p=2",
        ),
        ("$.get('/api/tin?z=' + $('#ds').data('zone') + '&trang=' + so)", "?z=su-kien&trang=2"),
        (
            "fetch('/api/tin?cat=' + this.dataset.cat + '&page=' + $(this).attr('data-page'))",
            "?cat=9&page=2",
        ),
        ("fetch('/api/tin?page=' + parseInt($(this).data('page')))", "?page=2"),
    ],
)
def test_what_a_script_reads_from_the_page(script: str, target: str) -> None:
    links = "<a href='#' data-page='2' data-cat='9'>2</a>"
    shown = Answer(URL, f"<p>Tin</p>{FIELDS}{links}<script>{script}</script>")
    ask = GENERIC.next_page(shown, 1)
    assert ask is not None
    assert ask.url == API + target
    assert GENERIC.next_page(Answer(URL, shown.text.replace("maMuc'", "khac'")), 5) is None


PAGER = "<li onclick=\"xem('su-kien', {0})\"><a>{0}</a></li>"


@table(
    "links, script, address",
    [
        # what a link of the pager hands to a function is the number, whatever it is called there
        ("<a onclick='tai(2)'>2</a>", "function tai(n) { $.get('/tin/' + n, show) }", "/tin/2"),
        (
            "<a href='javascript:tai(2)'>2</a>",
            "const tai = async (n) => { const r = await fetch(`/tin/danh-sach/${n}`) }",
            "/tin/danh-sach/2",
        ),
        (
            "".join(PAGER.format(n) for n in range(1, 6)),
            "function xem(muc, so) { $('#ds').load('/ds.php?muc=' + muc + '&so=' + so) }",
            "/ds.php?muc=su-kien&so=2",
        ),
        # what is done with the answer is not sent
        (
            "<a onclick='tai(2)'>2</a>",
            "function tai(n) { $.get('/tin/trang/' + n, function (r) { show(r.b) }, 'json') }",
            "/tin/trang/2",
        ),
        # the days of a month
        (
            "".join(f"<a onclick='ngay({n})'>{n}</a>" for n in range(1, 31)),
            "function ngay(n) { $.get('/xem/' + n, show) }",
            None,
        ),
        ("<a onclick='tai(2)'>2</a>", "function khac(n) { $.get('/tin/' + n, show) }", None),
    ],
)
def test_a_function_takes_the_number_that_a_link_hands_it(
    links: str, script: str, address: str | None
) -> None:
    ask = GENERIC.next_page(Answer(URL, f"<p>{links}</p><script>{script}</script>"), 1)
    assert (ask.url if ask else None) == (f"https://xa.gov.vn{address}" if address else None)


def test_a_handler_is_read_in_one_way_only() -> None:
    """Marks that may open a text or be none would be tried in 2 ** 90 ways."""
    links = f"<a onclick='tai({'`a`' * 90}'>2</a>"
    script = "<script>function tai(n) { $.get('/tin/' + n, show) }</script>"
    assert GENERIC.next_page(Answer(URL, f"<p>{links}</p>{script}"), 1) is None


def test_a_place_is_loaded_with_its_first_rows() -> None:
    script = "function tai(trang) { $('#ds').load('/ds?muc=5&trang=' + trang) } tai(1)"
    ask = called(page(script), 1)
    assert ask == Ask(url="https://xa.gov.vn/ds?muc=5&trang=1", headers=AJAX)


@table(
    "script",
    [
        "const d = el.dataset; fetch(d.url + '?skip=' + d.skip + '&take=' + d.take)",
        "fetch(`${moc.dataset.url}?skip=${moc.dataset.skip}&take=${moc.dataset.take}`)",
        "$.get($(i).data('url') + '?skip=' + $(i).data('skip') + '&take=' + $(i).data('take'))",
    ],
)
def test_rows_left_out_are_what_an_element_holds(script: str) -> None:
    held = "<div class='moc' data-url='/tai' data-skip='12' data-take='12'></div>"
    ask = called(Answer(URL, f"<p>{held}</p><script>{script}</script>"), 2)
    assert ask == Ask(url="https://xa.gov.vn/tai?skip=12&take=12", headers=AJAX, unsure=True)


def test_nothing_is_loaded_more_without_a_button_or_a_scroll() -> None:
    script = "fetch('/api/tin?page=' + page)"
    assert GENERIC.next_page(page(script), 1) is None
    scrolled = f"window.onscroll = () => {{ {script} }}"
    for shown in (page(scrolled), Answer(URL, f"{MORE}<script>{script}</script>")):
        ask = GENERIC.next_page(shown, 1)
        assert ask is not None
        assert ask.url == "https://xa.gov.vn/api/tin?page=2"


@table(
    "sent, following",
    [
        ({"page": 2, "size": 9}, {"page": 3, "size": 9}),
        ({"q": "", "paging": {"pageNo": "2"}}, {"q": "", "paging": {"pageNo": "3"}}),
        ({"offset": 10, "limit": 10}, {"offset": 20, "limit": 10}),
        ({"offset": 10}, {"offset": 20}),  # ten rows stand before page 2
        ({"offset": 0}, None),
        ({"categoryId": 4}, None),
        ({"muc": "tin", "so": 2}, {"muc": "tin", "so": 3}),  # sent once as the page's number
        ({"muc": 2, "so": 2}, None),
    ],
)
def test_json_goes_on_by_what_was_sent(sent: Sent, following: Sent | None) -> None:
    ask = Ask(url=API, method="POST", json=json.dumps(sent), headers=AJAX, unsure=True)
    ahead = GENERIC.next_page(Answer(API, '{"items": []}', ask), 2)
    assert (json.loads(ahead.json or "") if ahead else None) == following
    assert ahead is None or (ahead.method, ahead.unsure) == ("POST", False)


def test_a_body_in_json_is_sent_and_kept_as_such() -> None:
    ask = Ask(url=API, method="POST", json='{"từ": "giao ban"}', headers=AJAX)
    request = request_for(ask)
    assert request.headers[b"Content-Type"] == b"application/json"
    assert json.loads(request.body) == {"từ": "giao ban"}
    assert ask_of(entry_of(ask, URL), URL) == ask
    older = '{"url": "https://a.vn/", "method": "GET", "form": [], "headers": [], "unsure": false}'
    assert ask_of(older, URL) == Ask(url="https://a.vn/")
