"""Directives (chỉ đạo): what those in authority told others to do at the meeting.

The point of a giao ban: who tells, whom, to do what, by when. Plans that nobody is told to carry
out, petitions to those above, evaluations and past tasks are none.
"""

from __future__ import annotations

from datetime import date
from itertools import islice

from crawler.items import Directive
from crawler.meetings.directives.due import due
from crawler.meetings.directives.roster import Roster
from crawler.meetings.directives.walk import Task, Walk
from crawler.meetings.document import Document, Span
from crawler.meetings.people import Person

MOST = 200  # no report tells more


def directives(
    document: Document, chaired: list[Person], level: str | None, held_on: date | None
) -> list[tuple[Directive, Span]]:
    """Return what was told, in the order of the text, and where; the title and the lead left out.

    A lead sums up what the body tells; it is read where the body tells nothing.
    """
    roster = Roster(document, chaired)
    for paragraphs in (document.body_paragraphs, document.lead_paragraphs):
        tasks = islice(Walk(document, roster, level).tasks(paragraphs), MOST)
        orders = [(_directive(document, task, held_on), task.span) for task in tasks]
        if orders:
            return orders
    return []


def _directive(document: Document, task: Task, held_on: date | None) -> Directive:
    by, due_on = due(document, task.span, held_on)
    return Directive(
        speaker=task.speaker.name if task.speaker else None,
        addressee=document.printed(task.addressee) if task.addressee else None,
        text=document.printed(task.span),
        due=document.printed(by) if by else None,
        due_on=due_on,
    )
