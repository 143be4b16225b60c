"""Plays the nights, lets the crawler look each night, and holds what it says against the truth."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field

from output.rows import article_id
from tests.alarms.stubs import MailServer
from tests.conftest import Base
from tests.sample_portals import SamplePortals
from tests.simulation.script import Script
from tests.simulation.stage import Stage

SWEEP = ("-s", "SWEEP_BUDGET=200")  # every page every night: no edit is missed for lack of a look
CALM = 20  # nights at the end, more than the longest wait for a page that failed
# Scrapy's own at the end of a crawl whose machine stood still: its connections close, and so does
# the time it gave them for it. Nothing comes of it.
_STARVED = "twisted.internet.defer.AlreadyCalledError"
FAILING = ("unreachable", "moved", "blocked", "broken")
_LINE = re.compile(r"(\w+)(?: recovered)?: (?:([\w-]+) → )?([\w-]+): ")


@dataclass
class Play:
    """The portals named, their scripts, and one database over all the nights."""

    base: Base
    world: SamplePortals
    mail: MailServer
    names: tuple[str, ...]
    seed: int
    nights: int = 0
    stages: dict[str, Stage] = field(init=False)
    states: dict[str, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.stages = {name: Stage(self.world[name]) for name in self.names}
        self.scripts = {n: Script(s, f"{self.seed} {n}") for n, s in self.stages.items()}

    def night(self, calm: bool = False) -> None:
        """Play one night and crawl it."""
        for name, stage in self.stages.items():
            stage.dawn()
            if calm:
                self.scripts[name].calm()
            else:
                self.scripts[name].play(self.nights, self.base.now)
        self.mail.mails.clear()
        done = self.base.run("crawlall", *self.names, *SWEEP, code=None)
        if done.stderr.count("Traceback (most") > done.stderr.count(_STARVED):
            self.blame(f"a traceback:\n{done.stderr[-3000:]}")
        self._check_states()
        self.nights += 1

    def blame(self, what: str) -> None:
        """Note that the crawler was wrong."""
        self.faults.append(f"night {self.nights}: {what}")

    def _check_states(self) -> None:
        lines = []
        for name, stage in self.stages.items():
            state = stage.state()
            stage.count_gone(state)
            (run,) = self.base.rows(
                "SELECT state, reason FROM runs WHERE portal = ? ORDER BY id DESC LIMIT 1", name
            )
            if run["state"] != state:
                why = f"{stage.weather}, {len(stage.night.failed)} of {len(stage.night.asked)} bad"
                self.blame(f"{name} is {run['state']} ({run['reason']}) and not {state}: {why}")
            before = self.states.get(name)
            if state != before and (state in FAILING or before in FAILING):
                lines.append((name, before, state))
            self.states[name] = state
        messages = [line.groups() for text in self.mail.texts() for line in _lines(text)]
        if messages != lines:
            self.blame(f"told {messages} and not {lines}")

    # The end

    def check(self) -> None:
        """Compare what is stored with what was shown: none more, none less."""
        for name, stage in self.stages.items():
            self._check_articles(name, stage)
            self._check_revisions(name, stage)
            self._check_gone(name, stage)

    def _check_articles(self, name: str, stage: Stage) -> None:
        due = {a.key: a for a in stage.portal.articles if a.expect == "giao_ban"}
        shown = {k for k, texts in stage.texts.items() if texts and _is_giao_ban(stage, k)}
        for key in due.keys() - shown:
            self.blame(f"{name}: {key} was never asked for")
        stored = {
            row["id"]: row
            for row in self.base.rows(
                "SELECT id, url, title, body FROM articles WHERE portal = ?", name
            )
        }
        expected = {article_id(name, key): key for key in shown}
        for ident in stored.keys() - expected.keys():
            self.blame(f"{name}: {stored[ident]['url']} is stored and was no article")
        for ident, key in expected.items():
            if ident not in stored:
                self.blame(f"{name}: {key} was shown and is not stored")
                continue
            title, paragraphs = stage.texts[key][-1]
            content = (stored[ident]["title"], stored[ident]["body"])
            if content != (title, "\n\n".join(paragraphs) or None):
                self.blame(f"{name}: {key} says {content}, not {stage.texts[key][-1]}")
        for key, article in due.items():
            if stage.texts[key] and stage.texts[key][-1][1] != tuple(article.paragraphs):
                self.blame(f"{name}: the last edit of {key} was never seen")

    def _check_revisions(self, name: str, stage: Stage) -> None:
        rows = self.base.rows(
            "SELECT article, r.title, r.body FROM revisions r JOIN articles a ON a.id = r.article "
            "WHERE a.portal = ? ORDER BY seen_at",
            name,
        )
        revisions = Counter((r["article"], r["title"], r["body"]) for r in rows)
        expected = Counter(
            (article_id(name, key), title, "\n\n".join(paragraphs) or None)
            for key, texts in stage.texts.items()
            if _is_giao_ban(stage, key)
            for title, paragraphs in texts[:-1]
        )
        for ident, title, body in (revisions - expected).elements():
            self.blame(f"{name}: a revision that nobody made: {ident} {title!r} {body!r}")
        for ident, title, body in (expected - revisions).elements():
            self.blame(f"{name}: a revision is lost: {ident} {title!r} {body!r}")

    def _check_gone(self, name: str, stage: Stage) -> None:
        rows = self.base.rows(
            "SELECT key FROM pages_seen WHERE portal = ? AND gone_at IS NOT NULL", name
        )
        gone = {unicodedata.normalize("NFC", row["key"]) for row in rows}
        expected = stage.gone & stage.known
        if gone != expected:
            self.blame(f"{name}: gone {gone - expected}, not gone {expected - gone}")


def _is_giao_ban(stage: Stage, key: str) -> bool:
    return key in stage.gone or stage.portal[key].expect == "giao_ban"


def _lines(text: str) -> list[re.Match[str]]:
    return [match for line in text.splitlines() if (match := _LINE.match(line))]


def play(made: Play, nights: int, calm: int = CALM) -> list[str]:
    """Play some nights and the calm ones after them. Returns what the crawler did wrong."""
    for _ in range(nights):
        made.night()
    for _ in range(calm):
        made.night(calm=True)
    made.check()
    return made.faults
