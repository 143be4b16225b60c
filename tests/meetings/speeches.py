"""A report made of one speech: what tests of directives read sentences in."""

from __future__ import annotations

from crawler.items import Article, Directive
from crawler.meetings import read

CHAIR = "Ông Lò Văn Bình, Chủ tịch UBND huyện chủ trì."


def directives(*sentences: str, held: str = "Sáng 5/6/2024", chair: str = CHAIR) -> list[Directive]:
    """Return what is read in a paragraph of `sentences` after the event's own.

    `chair` is the sentence that follows the event's.
    """
    event = f"{held}, UBND huyện họp giao ban tháng 5. {chair}"
    article = Article(title="UBND huyện giao ban", body="\n\n".join((event, " ".join(sentences))))
    return read(article).directives


def orders(*sentences: str, chair: str = CHAIR) -> list[tuple[str | None, str | None, str]]:
    """Return speaker, addressee and words of what is read in `sentences`."""
    return [(d.speaker, d.addressee, d.text) for d in directives(*sentences, chair=chair)]
