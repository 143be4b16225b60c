"""The whole reading of one article: its facts, its citations, and where they stand."""

from __future__ import annotations

from datetime import date

from crawler.items import Article, Chair, Evidence, Meeting, Period, Portal, Reading
from crawler.meetings.chairs import chairs
from crawler.meetings.citations import citations
from crawler.meetings.convenor import convenor
from crawler.meetings.directives import directives
from crawler.meetings.document import Document, Span
from crawler.meetings.held_on import bare_session, find_day, find_today, same_day
from crawler.meetings.level import level
from crawler.meetings.people import Person
from crawler.meetings.period import reviewed_period
from crawler.meetings.place import place
from crawler.meetings.selection import is_giao_ban
from crawler.meetings.years import settle


def read_meeting(article: Article, portal: Portal | None = None) -> Reading:
    """Read the meeting behind `article` (NFC texts, as extraction leaves them).

    `meeting` is None when the article reports no giao ban; citations are read from any article.
    What is not certain stays None. Offsets in `evidence` are those of the article's own fields.
    """
    document = Document(article, portal)
    evidence: list[Evidence] = []
    cited = citations(document)
    meeting, orders = None, []
    if is_giao_ban(document):
        meeting, chaired = _meeting(document, evidence)
        held_on = date.fromisoformat(meeting.held_on) if meeting.held_on else None
        orders = directives(document, chaired, meeting.level, held_on)
    evidence += [
        document.evidence(f"directives.{n}", span) for n, (_, span) in enumerate(orders, 1)
    ]
    evidence += [document.evidence(f"citations.{c.number}", span) for c, span in cited]
    return Reading(
        is_giao_ban=meeting is not None,
        meeting=meeting,
        citations=[citation for citation, _ in cited],
        directives=[directive for directive, _ in orders],
        evidence=evidence,
    )


def _meeting(document: Document, evidence: list[Evidence]) -> tuple[Meeting, list[Person]]:
    meeting = Meeting()
    _read_time(document, meeting, evidence)

    def note(fact: str, span: Span | None) -> None:
        evidence.append(
            document.evidence(fact, span) if span else Evidence(fact=fact, source="url")
        )

    convened = convenor(document)
    if convened:
        meeting.convenor = document.printed(convened)
        note("convenor", convened)
    chaired = chairs(document)
    for number, person in enumerate(chaired, 1):
        meeting.chairs.append(
            Chair(name=document.printed(person.name), title=_title(document, person))
        )
        spans = (person.name, person.office or person.name, person.more or person.name)
        span = Span(min(s.start for s in spans), max(s.end for s in spans))
        note(f"chairs.{number}", span)
    found_level = level(document, convened, chaired)
    if found_level:
        meeting.level = found_level[0]
        note("level", found_level[1])
    found_place = place(document, convened)
    if found_place:
        meeting.place = found_place[0]
        note("place", found_place[1])
    return meeting, chaired


def _title(document: Document, person: Person) -> str | None:
    """Return a person's offices as printed, those on both sides of the name joined as there."""
    if person.office is None:
        return None
    office = document.printed(person.office)
    if person.more is None:
        return office
    between = document.view[person.name.end : person.more.start]
    return f"{office}{' - ' if '-' in between else ', '}{document.printed(person.more)}"


def _read_time(document: Document, meeting: Meeting, evidence: list[Evidence]) -> None:
    day = find_day(document) or find_today(document)
    period = reviewed_period(document)
    dated = settle(document, day, period)
    if day and dated.held_on:
        meeting.held_on = dated.held_on.isoformat()
        evidence.append(document.evidence("held_on", day.span))
        if dated.day_year_from:
            evidence.append(Evidence(fact="held_on", source=dated.day_year_from))
    session = (day.session, day.span) if day else bare_session(document)
    if session is None or session[0] is None:
        session = same_day(document)
    if session and session[0]:
        meeting.session = session[0]
        evidence.append(document.evidence("session", session[1]))
    if period:
        meeting.period = Period(kind=period.kind, value=period.value, year=dated.period_year)
        evidence.append(document.evidence("period", period.span))
