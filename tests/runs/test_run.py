"""Nights of one portal on the plain run: no Scrapy, no network, a clock the test sets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from crawler.families import FAMILIES
from crawler.families.asking import Ask
from crawler.items import Reading, Report, Teaser
from crawler.runs.arguments import Arguments
from crawler.runs.context import Limits
from crawler.runs.run import Run
from crawler.runs.statistics import Counts
from crawler.runs.teasers import from_words
from crawler.runs.walking import Walk
from output.store import Store
from tests.output.reports import PORTAL, report

LISTING = "https://mau.gov.vn/tin"


class Portal:
    """A database and its nights: each opens a run an evening later."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.day = 1

    def night(self, limits: Limits | None = None, **arguments: str) -> Run:
        self.day += 1
        run = Run(
            self.store,
            PORTAL,
            FAMILIES["vhv"],
            Arguments.parse(**arguments),
            Counts(),
            lambda: f"2024-05-{self.day:02}T01:00:00+07:00",
            limits=limits,
        )
        run.open()
        return run

    def rows(self, sql: str) -> list[dict[str, object]]:
        return list(self.store.db.query(sql))


@pytest.fixture
def portal() -> Iterator[Portal]:
    store = Store(":memory:")
    yield Portal(store)
    store.close()


def teaser(n: int, title: str = "Hội nghị giao ban tháng {}") -> Teaser:
    return Teaser(
        url=f"https://mau.gov.vn/tin/giao-ban-{n}.html", title=title.format(n), summary="Sáng 1/4."
    )


def read(run: Run, *teasers: Teaser, page: int = 1, etag: str | None = None) -> tuple[Teaser, ...]:
    """Show the run one page of its listing; returns what it wants."""
    walk = Walk(listing=LISTING, ask=Ask(url=LISTING), page=page)
    shown = run.listings.read(walk, teasers, {"etag": etag, "last_modified": None})
    run.listings.walk_on(walk, shown, None)
    return shown.wanted


def answered(wanted: Teaser, run: Run, **article: object) -> Report:
    """The report of a page that answered to a teaser, saying what was announced."""
    key = run.articles.key(wanted)
    made = report(key=key, at=run.context.clock(), url=wanted.url, title=wanted.title)
    page = replace(made.page, url=wanted.url, teaser=wanted, key=key)
    for name, value in article.items():
        setattr(made.article, name, value)
    return replace(made, page=page)


def land(run: Run, *teasers: Teaser, **article: object) -> list[str]:
    return [run.articles.land(answered(t, run, **article)) for t in teasers]


def test_a_quiet_night_wants_nothing(portal: Portal) -> None:
    run = portal.night()
    assert land(run, *read(run, teaser(1), teaser(2))) == ["new", "new"]
    assert run.close() == ("ok", "2 articles new or changed")
    run = portal.night()
    assert read(run, teaser(1), teaser(2)) == ()
    assert run.close()[0] == "no-news"


def test_two_articles_that_share_a_key_are_a_named_drop(portal: Portal) -> None:
    run = portal.night()
    other = replace(teaser(1), url="https://mau.gov.vn/xa/giao-ban-1.html", title="Xã giao ban")
    pinned = replace(teaser(1), summary="Tin nổi bật.")
    assert read(run, teaser(1), other, pinned, teaser(2)) == (teaser(1), teaser(2))
    assert run.context.statistics.get_value("dropped/shared_key") == 1


def test_a_search_that_finds_a_category_finds_no_article(portal: Portal) -> None:
    run = portal.night()
    category = "https://mau.gov.vn/giao-ban-hang-tuan"
    run.listings.tonight([LISTING, category])
    category_teaser = replace(teaser(2), url=category + "/", title="Giao ban hằng tuần")
    assert read(run, category_teaser, teaser(1)) == (teaser(1),)


def test_one_article_is_one_row_however_its_address_is_spelled(portal: Portal) -> None:
    run = portal.night()
    land(run, *read(run, teaser(1)))
    run.close()
    run = portal.night()
    spellings = [
        "http://www.mau.gov.vn/tin/giao-ban-1.html",
        "https://mau.gov.vn/tin/giao-ban-1.html;jsessionid=0F2A.node1",
        "https://mau.gov.vn/(S(lit3py55))/tin/giao-ban-1.html",
        "https://mau.gov.vn/chinh-tri/giao-ban-1.HTML?utm_source=zalo",
    ]
    assert read(run, *(replace(teaser(1), url=url) for url in spellings)) == ()
    assert len(portal.rows("SELECT url FROM pages_seen")) == 1


@pytest.mark.parametrize(
    ("title", "body", "final_url", "outcome"),
    [
        ("Giao ban báo chí tháng 11", "Ban Tuyên giáo tổ chức.", f"{LISTING}/9.html", "missing"),
        ("Hệ thống đang bảo trì", "Mời quay lại sau.", None, "kept"),
        (None, None, None, "kept"),
        ("Hội nghị giao ban tháng 1", "Một dòng.", None, "kept"),
    ],
    ids=["another article", "a notice", "nothing", "hardly anything left"],
)
def test_a_page_without_its_article_replaces_nothing(
    portal: Portal, title: str | None, body: str | None, final_url: str | None, outcome: str
) -> None:
    run = portal.night()
    land(run, *read(run, teaser(1)), body="Nội dung của hội nghị. " * 40)
    run.close()
    before = portal.rows("SELECT title, body FROM articles")
    run = portal.night()
    poor = answered(teaser(1), run, title=title, body=body, sapo=None, images=[], attachments=[])
    assert run.articles.land(replace(poor, page=replace(poor.page, final_url=final_url))) == outcome
    run.close()
    assert portal.rows("SELECT title, body FROM articles") == before
    assert not portal.rows("SELECT * FROM revisions")


def test_an_address_that_never_was_read_gives_nothing_of_another_page(portal: Portal) -> None:
    run = portal.night()
    (wanted,) = read(run, teaser(1))
    home = answered(wanted, run, title="Đại hội Đoàn xã", sapo=None, body="Giao ban báo chí.")
    assert run.articles.land(replace(home, page=replace(home.page, final_url=LISTING))) == "missing"
    assert run.close()[0] != "no-news"
    assert not portal.rows("SELECT * FROM articles")


def test_announced_articles_are_asked_for_until_they_are_read(portal: Portal) -> None:
    run = portal.night()
    for wanted in read(run, *(teaser(n) for n in range(1, 4))):
        notice = answered(wanted, run, title="Thông báo bảo trì", sapo=None, body="Xin quay lại.")
        assert run.articles.land(replace(notice, reading=replace_reading(notice))) == "doubtful"
    state, reason = run.close()
    assert state == "broken"
    assert "3 of 3 article pages could not be read" in reason
    run = portal.night()
    assert {t.url for t in run.articles.unread()} == {teaser(n).url for n in range(1, 4)}


def replace_reading(made: Report) -> Reading:
    return replace(made.reading, is_giao_ban=False)


def test_what_fails_again_and_again_is_tried_less_and_alarms_once(portal: Portal) -> None:
    run = portal.night()
    land(run, *read(run, *(teaser(n) for n in range(1, 9))))
    for wanted in read(run, teaser(91), teaser(92), page=2):
        run.articles.failed(wanted, "broken", "answered 500")
    assert run.close()[0] == "ok"
    tried = []
    for _ in range(8):
        run = portal.night()
        asked = list(run.articles.unread())
        for wanted in asked:
            run.articles.failed(wanted, "broken", "answered 500")
        tried.append(len(asked))
        assert run.close()[0] == "no-news"
    assert tried == [2, 2, 0, 2, 0, 0, 0, 2]


def test_not_modified_is_not_trusted_for_ever(portal: Portal) -> None:
    run = portal.night()
    land(run, *read(run, teaser(1), etag='"1"'))
    run.close()
    walk = Walk(listing=LISTING, ask=Ask(url=LISTING))
    asked = []
    for _ in range(7):
        run = portal.night()
        asked.append(bool(run.listings.validators(walk)))
        if asked[-1]:
            run.listings.unchanged(walk)
        run.close()
    assert asked == [True] * 6 + [False]


def test_not_modified_hides_no_edit_for_ever(portal: Portal) -> None:
    run = portal.night()
    land(run, *read(run, teaser(1)))
    run.close()
    portal.store.db.execute("UPDATE pages_seen SET etag = '1'")
    asked = []
    for _ in range(20):
        run = portal.night()
        asked.append(bool(run.articles.validators(teaser(1))))
        run.close()
    assert 8 <= sum(asked) <= 18


def test_validators_are_kept_once_all_has_landed_only(portal: Portal) -> None:
    run = portal.night()
    read(run, teaser(1), etag='"1"')
    run.context.lose("https://mau.gov.vn/", "disk full")
    run.close()
    run = portal.night()
    assert run.listings.validators(Walk(listing=LISTING, ask=Ask(url=LISTING))) == {}


def test_another_window_is_another_kind_of_run(portal: Portal) -> None:
    run = portal.night(since="2024-05-01")
    read(run, teaser(1), etag='"1"')
    run.close()
    run = portal.night()
    walk = Walk(listing=LISTING, ask=Ask(url=LISTING))
    assert run.listings.validators(walk) == {}
    shown = run.listings.read(walk, [teaser(1)], {})
    assert not shown.is_over


def test_a_long_listing_is_taken_up_where_it_was_left(portal: Portal) -> None:
    """Three pages a night of a listing of seven."""

    def night() -> list[int]:
        run = portal.night(limits=Limits(pages=3))
        walk: Walk | None = run.listings.entry(LISTING)
        pages = []
        while walk is not None:
            pages.append(walk.page)
            shown = run.listings.read(walk, [teaser(walk.page)], {})
            land(run, *shown.wanted)
            following = Ask(url=f"{LISTING}?p={walk.page + 1}") if walk.page < 7 else None
            walk = run.listings.walk_on(walk, shown, following)
        run.close()
        return pages

    assert night() == [1, 2, 3]
    assert night() == [1, 4, 5]
    assert night() == [1, 6, 7]
    assert night() == [1]
    assert len(portal.rows("SELECT * FROM articles")) == 7


def sweep(run: Run, page: int, *teasers: Teaser) -> Walk | None:
    """Look again at a listing's page by itself, as the sweep does; returns where that leads."""
    ask = Ask(url=f"{LISTING}?p={page}")
    walk = Walk(listing=LISTING, ask=ask, page=page, alone=True)
    shown = run.listings.read(walk, teasers, {})
    land(run, *shown.wanted)
    return run.listings.walk_on(walk, shown, Ask(url=f"{LISTING}?p={page + 1}"))


def test_the_sweep_follows_a_listing_that_grew_by_a_page(portal: Portal) -> None:
    """What was back-dated onto a page that was not there at first is found; past it nothing is."""
    first = portal.night()
    read(first, teaser(3), teaser(2))
    read(first, teaser(1), page=2)
    land(first, teaser(3), teaser(2), teaser(1))
    first.close()

    night = portal.night()
    assert sweep(night, 1, teaser(4), teaser(3)) is None  # page 2 is known
    ahead = sweep(night, 2, teaser(2), teaser(1))
    assert ahead is not None
    assert (ahead.page, ahead.alone) == (3, True)
    assert sweep(night, 3, teaser(0)) is None  # one page a night
    night.close()
    assert {row["title"] for row in portal.rows("SELECT title FROM articles")} >= {
        "Hội nghị giao ban tháng 0",
        "Hội nghị giao ban tháng 1",
    }

    later = portal.night()
    again = sweep(later, 3, teaser(0))
    assert again is not None
    assert again.page == 4
    sweep(later, 4, teaser(0))  # past the last page the last is shown once more
    later.close()
    pages = portal.rows("SELECT page FROM listings ORDER BY page")
    assert [row["page"] for row in pages] == [1, 2, 3]


def test_a_page_of_rows_seen_before_ends_the_walk(portal: Portal) -> None:
    run = portal.night()
    walk = Walk(listing=LISTING, ask=Ask(url=LISTING))
    run.listings.read(walk, [teaser(1)], {})
    again = replace(teaser(1), url="https://mau.gov.vn/tin/phien-moi-77.html")  # a made-up address
    shown = run.listings.read(replace(walk, page=2), [again], {})
    assert shown.is_over
    assert run.listings.walk_on(replace(walk, page=2), shown, Ask(url=f"{LISTING}?p=3")) is None


def test_a_page_that_ends_in_its_middle_replaces_nothing(portal: Portal) -> None:
    run = portal.night()
    (wanted,) = read(run, teaser(1))
    cut = answered(wanted, run)
    assert run.articles.land(replace(cut, page=replace(cut.page, cut=True))) == "cut"
    run.close()
    run = portal.night()
    (again,) = run.articles.unread()
    assert land(run, again) == ["new"]


def test_a_cut_page_never_replaces_a_whole_one(portal: Portal) -> None:
    run = portal.night()
    land(run, *read(run, teaser(1)))
    run.close()
    before = portal.rows("SELECT title, sapo, body FROM articles")
    for _ in range(8):
        run = portal.night()
        answer = answered(teaser(1), run, body="Đoạn một.")
        answer = replace(answer, page=replace(answer.page, cut=True))
        assert run.articles.land(answer) == "cut"
        run.close()
    assert portal.rows("SELECT title, sapo, body FROM articles") == before


def test_a_text_that_changes_at_every_look_makes_no_endless_revisions(portal: Portal) -> None:
    run = portal.night()
    land(run, *read(run, teaser(1)))
    run.close()
    outcomes = []
    for night in range(6):
        run = portal.night()
        outcomes += land(run, teaser(1), body=f"Nội dung, mã {night}.")
        run.close()
    assert outcomes == ["changed"] * 3 + ["restless"] * 3


def test_gone_after_two_nights_unless_all_is(portal: Portal) -> None:
    run = portal.night()
    land(run, *read(run, *(teaser(n) for n in range(1, 9))))
    run.close()
    for _ in range(2):
        run = portal.night()
        read(run, *(teaser(n) for n in range(2, 9)))
        run.articles.missing(teaser(1), "answered 404")
        run.close()
    (row,) = portal.rows("SELECT missing, gone_at FROM pages_seen WHERE missing > 0")
    assert row["missing"] == 2 and row["gone_at"]


def test_a_moved_article_is_looked_at_where_it_is_printed_now(portal: Portal) -> None:
    run = portal.night()
    land(run, *read(run, teaser(1)))
    run.close()
    moved = replace(teaser(1), url="https://mau.gov.vn/chinh-tri/giao-ban-1.html")
    for _ in range(2):
        run = portal.night()
        assert read(run, moved) == ()
        run.close()
        run = portal.night()
        (due,) = [page for page in run.articles.due_for_sweep(5) if page.page is None]
        assert due.teaser
        assert from_words(due.teaser).url == moved.url
        assert land(run, replace(teaser(1), title=due.title or "")) == ["unchanged"]
        run.close()


def test_nights_without_the_portal_do_not_count_against_a_page(portal: Portal) -> None:
    """What was announced the evening before it went down for a week is read when it is back."""
    run = portal.night()
    land(run, *read(run, teaser(1)))
    run.close()
    run = portal.night()
    read(run, teaser(1), teaser(2))
    run.close("shutdown")
    for _ in range(7):
        run = portal.night()
        run.listings.failed(run.listings.entry(LISTING), "unreachable", "answered 502")
        (wanted,) = run.articles.unread()
        run.articles.failed(wanted, "unreachable", "answered 502")
        assert run.close()[0] == "unreachable"
    run = portal.night()
    assert land(run, *run.articles.unread()) == ["new"]


def test_a_run_that_its_hours_ended_cannot_say_that_there_is_no_news(portal: Portal) -> None:
    run = portal.night()
    read(run, teaser(1), teaser(2))  # announced, and not read in time
    ended = ("interrupted", "ended early (closespider_timeout): the next run goes on")
    assert run.close("closespider_timeout") == ended
    run = portal.night()
    land(run, *read(run, teaser(1)))
    assert run.close("closespider_timeout")[0] == "ok"
    run = portal.night()
    read(run, teaser(1))
    assert run.close()[0] == "no-news"


def test_a_few_that_vanish_together_are_gone_in_the_end(portal: Portal) -> None:
    """Three of the five pages a night looks at: it seems broken, until the rest is read."""
    run = portal.night()
    land(run, *read(run, *(teaser(n) for n in range(1, 21))))
    run.close()
    vanished = {teaser(n).url for n in (1, 10, 11)}  # looked at together
    states = []
    for _ in range(8):
        run = portal.night()
        for page in run.articles.due_for_sweep(5)[:5]:
            looked_at = replace(teaser(0), url=page.url, title=page.title or "")
            if page.url in vanished:
                run.articles.missing(looked_at, "answered 404")
            else:
                land(run, looked_at)
        states.append(run.close()[0])
    assert states == ["broken", *["no-news"] * 7]
    gone = portal.rows("SELECT url FROM pages_seen WHERE gone_at IS NOT NULL")
    assert {row["url"] for row in gone} == vanished


@pytest.mark.parametrize("how", ["answered 404", "no rows"])
def test_a_page_that_was_linked_and_is_not_there_is_asked_for_again(
    portal: Portal, how: str
) -> None:
    """One bad night for page 2 must not hide what is on it for ever."""

    def night(whole: bool) -> Run:
        run = portal.night()
        first = Walk(listing=LISTING, ask=Ask(url=LISTING))
        shown = run.listings.read(first, [teaser(1)], {"etag": '"1"', "last_modified": None})
        land(run, *shown.wanted)
        second = run.listings.walk_on(first, shown, Ask(url=f"{LISTING}?p=2"))
        if second is None:
            return run
        if whole:
            shown = run.listings.read(second, [teaser(2)], {})
            land(run, *shown.wanted)
            run.listings.walk_on(second, shown, None)
        elif how == "no rows":
            run.listings.walk_on(second, run.listings.read(second, [], {}), None)
        else:
            run.listings.ended(second, how)
        return run

    assert "page 2" in night(whole=False).close()[1]
    run = portal.night()
    assert run.listings.validators(Walk(listing=LISTING, ask=Ask(url=LISTING))) == {}
    run.close()
    assert night(whole=True).close()[0] == "ok"
    assert len(portal.rows("SELECT * FROM articles")) == 2


def read_listing(run: Run, listing: str) -> None:
    """Read a listing of one page to its end."""
    walk = Walk(listing=listing, ask=Ask(url=listing))
    run.listings.walk_on(walk, run.listings.read(walk, [teaser(1)], {}), None)


def test_more_than_three_listings_take_turns_once_all_were_read(portal: Portal) -> None:
    declared = [f"https://mau.gov.vn/{name}" for name in "abcdef"]

    def night(dead: str | None = None) -> str:
        run = portal.night()
        asked = run.listings.tonight(declared)
        for listing in asked:
            if listing == dead:
                run.listings.failed(run.listings.entry(listing), "broken", "answered 404")
            else:
                read_listing(run, listing)
        run.close()
        resting = run.context.statistics.get_value("listings/resting", 0)
        assert len(asked) + resting == len(declared)
        return "".join(listing[-1] for listing in asked)

    assert night() == "abcdef"
    assert [night() for _ in range(4)] == ["abc", "ade", "abf", "acd"]
    declared.append("https://mau.gov.vn/g")
    # It goes before the others until it was read to its end.
    assert night(dead="https://mau.gov.vn/g") == "aeg"
    assert [night() for _ in range(4)] == ["abg", "acf", "ade", "abg"]
    assert night(dead="https://mau.gov.vn/c") == "acf"  # it keeps its turn
    assert [night() for _ in range(2)] == ["acd", "abe"]


def test_three_listings_are_asked_for_every_night(portal: Portal) -> None:
    declared = [f"https://mau.gov.vn/{name}" for name in "abc"]
    for _ in range(3):
        run = portal.night()
        assert run.listings.tonight(declared) == declared
        for listing in declared:
            read_listing(run, listing)
        run.close()


def test_an_index_beside_another_listing_reads_one_sitemap_a_night(portal: Portal) -> None:
    maps = {f"https://mau.gov.vn/{n}.xml": None for n in (3, 2, 1)}
    run = portal.night()
    run.listings.tonight([LISTING, "https://mau.gov.vn/index.xml"])
    for address in run.listings.due(maps):
        read_listing(run, address)
    run.close()
    run = portal.night()
    run.listings.tonight([LISTING, "https://mau.gov.vn/index.xml"])
    assert run.listings.due(maps) == ["https://mau.gov.vn/3.xml"]


def test_of_sitemaps_without_times_the_latest_month_is_read_every_night(portal: Portal) -> None:
    maps = {
        f"https://mau.gov.vn/{month}.xml.gz": None for month in ("9-2026", "11-2026", "10-2026")
    }
    others = []
    for night in range(4):
        run = portal.night()
        due = run.listings.due(maps)
        for address in due:
            read_listing(run, address)
        run.close()
        if night:
            latest, other = due
            assert latest == "https://mau.gov.vn/11-2026.xml.gz"
            others.append(other)
    assert len({*others}) == 2


def test_of_the_sitemaps_of_an_index_the_changed_are_read_again(portal: Portal) -> None:
    maps = {f"https://mau.gov.vn/{n}.xml": f"2024-03-0{n}T10:00:00+07:00" for n in (4, 3, 2, 1)}
    run = portal.night()
    assert run.listings.due(maps) == list(maps)
    for address in maps:
        walk = Walk(listing=address, ask=Ask(url=address))
        run.listings.walk_on(walk, run.listings.read(walk, [teaser(1)], {}), None)
    run.close()
    run = portal.night()
    newest = max(maps.values())
    later = {**maps, "https://mau.gov.vn/2.xml": "2999-01-01", "https://mau.gov.vn/5.xml": newest}
    unread, changed, longest = run.listings.due(later)
    assert unread == "https://mau.gov.vn/5.xml"
    assert changed == "https://mau.gov.vn/2.xml"
    assert longest == "https://mau.gov.vn/4.xml"  # it was read first


def test_bare_titles_are_looked_behind_once_the_newest_first(portal: Portal) -> None:
    bare = [replace(teaser(n), title=f"Tháo gỡ khó khăn, lần {n}", summary=None) for n in (3, 2, 1)]
    described = replace(teaser(4), title="Trao quà cho hộ nghèo", summary="Sáng 1/4.")
    run = portal.night()
    assert read(run, described, *bare) == ()
    looked = list(run.articles.untold(2))
    assert [t.url for t in looked] == [t.url for t in bare[:2]]
    assert land(run, *looked) == ["new", "new"]
    run.close()
    run = portal.night()
    assert read(run, described, *bare) == ()
    assert [t.url for t in run.articles.untold(2)] == [bare[2].url]
