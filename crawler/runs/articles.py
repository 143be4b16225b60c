"""What a run does with articles: which are wanted, what came of them, what is to be asked again."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from itertools import chain

from crawler.extraction import VERSION
from crawler.items import Article, Report, Teaser
from crawler.meetings import says_giao_ban
from crawler.runs.asked import Asked
from crawler.runs.context import Context
from crawler.runs.sameness import has_less, has_shrunk, is_same_text, is_same_title, shows
from crawler.runs.teasers import TeaserBuffer, from_words
from output.known import SeenPage, StoredArticle, SweepCandidate

LONGEST_WAIT = 16  # runs; a dead link is tried a few times a month
RESTLESS = 3  # edits within a week: a text that changes at every look
WHOLE_LOOK = 3  # of so many looks at an article one asks for the page, modified or not
PATIENCE = 3  # looks at a page whose mark-up ends in the middle: then that is its way


def speaks_of_giao_ban(teaser: Teaser) -> bool:
    """Tell whether title or summary says giao ban."""
    return says_giao_ban(teaser.title) or says_giao_ban(teaser.summary or "")


class ArticleDesk:
    """The articles of one run."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self._asked = Asked()
        self._buffer = TeaserBuffer()
        self._missing: list[tuple[str, str, int]] = []  # (address, key, failures before)

    # What is wanted

    def consider(self, teaser: Teaser, key: str, known: SeenPage | None) -> bool:
        """Tell whether a listed teaser's article is to be fetched; count why not."""
        context = self.context
        context.count("teasers/rows")
        if not teaser.published_at:
            context.count("teasers/undated")
        if context.arguments.excludes(teaser.published_at):
            self._pass_over(teaser, key, "outside_window")
        elif context.arguments.topic == "all" or speaks_of_giao_ban(teaser):
            return self._is_wanted(teaser, key, known)
        elif teaser.summary is None:
            self._pass_over(teaser, key, "no_summary", "skipped", keep=True)
        else:
            self._pass_over(teaser, key, "teaser_not_giao_ban", "skipped")
        return False

    def _is_wanted(self, teaser: Teaser, key: str, known: SeenPage | None) -> bool:
        context = self.context
        if key in self._asked:
            self._pass_over(teaser, key, "duplicate")
            return False
        if known is not None and self._is_read(known):
            # Under a new address it is looked at again there: the old one may be forgotten.
            self._buffer.add(teaser, key, keep=known.landed and teaser.url != known.url)
            context.count("articles/known")
            return False
        if known is not None and known.wait and known.verdict in (None, "error"):
            self._buffer.add(teaser, key, keep=True)
            context.count("articles/waiting")
            return False
        self._asked.add(key)
        self._buffer.add(teaser, key, keep=True)
        return True

    def _is_read(self, known: SeenPage) -> bool:
        """Tell whether an article has been landed, or been fetched and found to be another.

        What an archive gave is asked of the portal itself while it still shows it.
        """
        if (known.landed and not known.archived) or known.verdict == "giao_ban":
            return True
        other = known.verdict == "other" and self.context.arguments.topic != "all"
        return other and (known.teaser is None or known.extractor_version == VERSION)

    def _pass_over(
        self, teaser: Teaser, key: str, reason: str, verdict: str | None = None, keep: bool = False
    ) -> None:
        """Note a teaser that is not followed, and why; `keep` its words for a later look."""
        self.context.count(f"dropped/{reason}")
        self._buffer.add(teaser, key, verdict, keep)

    def unread(self) -> Iterator[Teaser]:
        """Yield the teasers whose pages earlier runs never reached, or could not read."""
        for page in chain(self.context.history.unread(), self.context.history.misjudged(VERSION)):
            if page.key in self._asked or page.teaser is None:
                continue
            teaser = from_words(page.teaser)
            if self.context.arguments.excludes(teaser.published_at):
                continue
            self._asked.add(page.key)
            yield teaser

    def flush(self) -> None:
        """Write down the teasers noted since the last time."""
        portal = self.context.portal.id
        self.context.store.see(portal, self._buffer.take(), self.context.clock())

    # The sweep

    def untold(self, limit: int) -> Iterator[Teaser]:
        """Yield listed titles that say nothing of giao ban and have no summary that could.

        On a portal whose listings print titles alone, that is where half of the reports are.
        """
        self.flush()
        for words in self.context.history.untold(limit):
            teaser = from_words(words)
            key = self.key(teaser)
            if key in self._asked or self.context.arguments.excludes(teaser.published_at):
                continue
            self._asked.add(key)
            yield teaser

    def due_for_sweep(self, budget: int) -> list[SweepCandidate]:
        """Return pages to look at again, more than the budget: not all can be had by themselves.

        Half of the budget at most goes to pages that failed: the others tell a few that are gone
        from a portal that shows none.
        """
        context = self.context
        due = context.history.due_for_sweep(context.started_at, 4 * budget)
        identity = context.family.identity
        due = [page for page in due if identity(page.url) not in self._asked]
        doubtful = [page for page in due if page.failed][: max(1, budget // 2)]
        return [page for page in due if not page.failed or page in doubtful]

    def validators(self, teaser: Teaser) -> dict[str, str]:
        """Return the conditional headers for an article known before, none every few looks."""
        page = self.context.history.page(self.key(teaser))
        if page is None or not (page.landed or page.verdict == "other"):
            return {}
        # By lot: what is counted by nights or runs may fall in step with the sweep.
        lot = sha256(f"{page.key} {self.context.number}".encode()).digest()[0]
        if lot % WHOLE_LOOK == 0:
            return {}
        headers = {"If-None-Match": page.etag, "If-Modified-Since": page.last_modified}
        return {name: value for name, value in headers.items() if value}

    # What came of it

    def key(self, teaser: Teaser) -> str:
        """Return the identity of a teaser's article."""
        return self.context.family.identity(teaser.url)

    def unchanged(self, teaser: Teaser) -> None:
        """Note an article that answered 304."""
        self.context.count("articles/not_modified")
        self.context.findings.fetched += 1
        page = self.context.history.page(self.key(teaser))
        verdict = page.verdict if page else None
        self._check(teaser, verdict)

    def failed(self, teaser: Teaser, state: str, reason: str, how: str = "failed") -> None:
        """Note an article that could not be read: `how` is its statistic."""
        self.context.count(f"articles/{how}")
        self._note_unread(teaser, state, reason)

    def missing(self, teaser: Teaser, reason: str) -> None:
        """Note an article that is not there (any more): 404, 410, or it leads elsewhere."""
        self.flush()
        key = self.key(teaser)
        page = self.context.history.page(key)
        shown = page is not None and (page.last_seen_at or "") >= self.context.started_at
        if shown:
            # The portal still links to it: broken, not gone.
            self.failed(teaser, "broken", reason, how="missing")
            return
        failures = page.failures if page else 0
        self._missing.append((teaser.url, key, failures))
        if page is not None and page.gone_at:
            self.context.count("articles/still_gone")  # as expected: no evidence of anything
            return
        self.context.count("articles/missing")
        self._count_unread(teaser, page)
        self.context.findings.unread_why.append(("broken", reason))

    def write_missing(self, at: str, is_sure: bool) -> None:
        """Write down what was missing; `is_sure` says that it is not the portal that is broken."""
        store, portal = self.context.store, self.context.portal.id
        for url, key, failures in self._missing:
            if is_sure:
                store.miss(portal, url, key, at)
            else:
                store.fail(portal, url, key, at, _wait(failures + 1))

    def land(self, report: Report, earlier: Article | None = None) -> str:
        """Put an article into the database, if it is the one that was asked for.

        Returns what became of it: new, changed, unchanged; other (no giao ban); blank, doubtful,
        cut, missing, kept, restless (nothing was replaced); outside_window.
        """
        teaser, article = report.page.teaser, report.article
        assert teaser is not None and report.page.key is not None
        context = self.context
        stored = context.history.article(report.page.key)
        if refused := self._refusal(report, teaser, stored):
            outcome, reason = refused
            if outcome == "missing":
                self.missing(teaser, reason)
            else:
                self.failed(teaser, "broken", reason, how=outcome)
            return outcome
        context.findings.fetched += 1
        if context.arguments.excludes(article.published_at):
            context.count("dropped/outside_window")
            return "outside_window"
        if stored is not None and context.history.edits(stored.id) >= RESTLESS:
            context.count("articles/restless")
            self._check(teaser, "giao_ban")
            return "restless"
        everything = context.arguments.topic == "all"
        outcome = context.store.land(report, keep_others=everything, earlier=earlier)
        context.count("dropped/page_not_giao_ban" if outcome == "other" else f"articles/{outcome}")
        return outcome

    def _refusal(
        self, report: Report, teaser: Teaser, stored: StoredArticle | None
    ) -> tuple[str, str] | None:
        """Return (outcome, reason) where a page does not hold the article it was asked for."""
        page, article = report.page, report.article
        # One sentence makes an article, and so does a file or a picture with none.
        if not article.title or not (
            article.body or article.sapo or article.attachments or article.images
        ):
            return ("kept" if stored else "blank"), "no title or no text"
        known = (stored.title if stored else None) or teaser.title
        if self._has_moved(report) and not is_same_title(known, article.title):
            return "missing", "it leads to another article"
        if stored is None:
            if not shows(teaser.title, article):
                return "doubtful", "it says other words than announced"
        elif not is_same_text(known, stored.text, article):
            return "kept", "it shows another article"
        elif has_shrunk(stored.text, article):
            return "kept", "hardly anything is left of its text"
        if page.cut and (
            has_less(stored.text, article) if stored else not self._is_patient_enough(teaser)
        ):
            return "cut", "the page ends in the middle"
        return None

    def _has_moved(self, report: Report) -> bool:
        """Tell whether a page answered under the address of another article."""
        final = report.page.final_url
        return final is not None and self.context.family.identity(final) != report.page.key

    def _is_patient_enough(self, teaser: Teaser) -> bool:
        """Tell whether a page ended in its middle so often that it is its way."""
        page = self.context.history.page(self.key(teaser))
        return page is not None and page.failures >= PATIENCE

    def _was_announced(self, teaser: Teaser, page: SeenPage | None) -> bool:
        """Tell an article that was promised and never read from one looked at again."""
        if page is not None and page.landed:
            return False
        return self.context.arguments.topic == "all" or speaks_of_giao_ban(teaser)

    def _note_unread(self, teaser: Teaser, state: str, reason: str) -> None:
        self.flush()
        findings, key = self.context.findings, self.key(teaser)
        page = self.context.history.page(key)
        failures = page.failures if page else 0
        self._count_unread(teaser, page)
        findings.refused += state == "blocked"
        if failures:
            findings.unread_why.append((state, reason))
        else:
            findings.unread_why.insert(0, (state, reason))
        self.context.store.fail(
            self.context.portal.id, teaser.url, key, self.context.clock(), _wait(failures + 1)
        )

    def _count_unread(self, teaser: Teaser, page: SeenPage | None) -> None:
        findings = self.context.findings
        findings.fetched += 1
        findings.unread += 1
        findings.announced += self._was_announced(teaser, page)
        findings.lost += page is not None and page.landed
        findings.known_unread += page is not None and page.failures > 0

    def _check(self, teaser: Teaser, verdict: str | None) -> None:
        key, at = self.key(teaser), self.context.clock()
        self.context.store.check(self.context.portal.id, teaser.url, key, at, verdict)


def _wait(failures: int) -> int:
    """Return in how many runs to ask again after so many failures in a row: soon, 2, 4, 8, 16."""
    return 0 if failures < 3 else min(1 << min(failures - 2, 10), LONGEST_WAIT)
