"""The walk through a report's speeches: who has the word, and which sentences tell tasks.

A speech begins where somebody in authority is the subject of a verb of saying. Once he has told
somebody to do something, the sentences that follow in the imperative belong to it too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from crawler.meetings.directives import spans
from crawler.meetings.directives.addressee import addressed_first, addressee, framed
from crawler.meetings.directives.continuing import goes_on, is_listed, is_state, is_task
from crawler.meetings.directives.roster import Roster
from crawler.meetings.directives.speaker import Speaker, Speech, speaker_of
from crawler.meetings.directives.telling import Telling, tellings
from crawler.meetings.directives.triggers import clause_with_must
from crawler.meetings.directives.words import WHO, opens_task
from crawler.meetings.document import Document, Span
from crawler.vietnamese.alternation import any_word

_LONGEST = 8000  # characters of one sentence; what is longer is no sentence
_SAYS = re.compile(
    any_word(
        r"phát biểu|kết luận|ghi nhận|biểu dương|đánh giá|hoan nghênh|cảm ơn|nhấn mạnh"
        r"|khẳng định|chia sẻ|thống nhất|nhất trí|chúc mừng|cho rằng|nêu rõ|đồng tình"
        r"|phân tích|chỉ rõ"
        r"|lưu ý|giải đáp|tiếp thu|khen|cho biết|chỉ ra|điểm lại|làm rõ|trao đổi"
        r"|nhắc|phê bình|bày tỏ|thông báo|tặng|định hướng"
    )
)
# "Các anh phải xuống dân", Bí thư Huyện ủy nói.
_QUOTED = re.compile(r'\s*"?(?P<words>[^"\n]{8,900})"\s*[,-]\s*')
_SAYS_IT = re.compile(
    any_word(
        r"nói|nhấn mạnh|khẳng định|yêu cầu|chia sẻ|bày tỏ|phát biểu|cho biết|chỉ đạo|đề nghị"
        r"|nhắc|lưu ý|chốt lại|dứt khoát|kết luận|dặn|nhắn nhủ|khuyến cáo"
    )
)
_FEW = 4  # gaps between the words of an exclamation
# "Ông A định hướng một số nội dung. Các báo tuyên truyền …"
_ANNOUNCES = re.compile(
    r"(?:định hướng|lưu ý|nhấn mạnh)\s(?:một số|các|những|mấy|\d+|hai|ba|bốn|năm)\s(?:nội dung"
    r"|nhiệm vụ|việc|vấn đề)(?!\w)"
)
_NUMBER = re.compile(r"\W{0,3}\d{1,3}\W{1,4}")
_ACCORDING_TO = re.compile(r"theo\s+(?=[^,]{2,120},)")


class Task(NamedTuple):
    """One thing somebody is told to do, as spans of the document."""

    span: Span
    speaker: Speaker | None
    addressee: Span | None


class Walk:
    """Reads the tasks of one report, sentence by sentence."""

    def __init__(self, document: Document, roster: Roster, level: str | None) -> None:
        """Take the report, the people it names, and the tier of the meeting."""
        self.document = document
        self.roster = roster
        self.level = level
        self.speech: Speech | None = None

    def tasks(self, paragraphs: list[Span]) -> Iterator[Task]:
        """Yield the tasks told in `paragraphs`, in order."""
        for paragraph in paragraphs:
            quoted = paragraph.start
            sentences = self._sentences(paragraph)
            for number, sentence in enumerate(sentences):
                if sentence.start < quoted:
                    continue  # read as part of a quotation
                quotation = self._long_quotation(sentence, paragraph.end)
                if quotation is not None:
                    quoted = quotation.end
                    yield from self._quoted(quotation, sentences)
                elif sentence.end - sentence.start <= _LONGEST:
                    yield from self._sentence(sentence, opens_paragraph=number == 0)

    def _long_quotation(self, sentence: Span, end: int) -> Span | None:
        """Return the words of a quotation of several sentences that `sentence` begins."""
        low = self.document.low
        if not low.startswith('"', sentence.start) or low.count('"', *sentence) % 2 == 0:
            return None
        words = _QUOTED.match(low, sentence.start, end)
        return Span(*words.span("words")) if words else None

    def _quoted(self, quotation: Span, sentences: list[Span]) -> Iterator[Task]:
        """Yield the tasks in a quotation, when whoever chaired is who said it."""
        low, close = self.document.low, quotation.end
        end = sentences[-1].end
        says = _SAYS_IT.search(low, close, min(end, close + 200))
        speaker = self._subject(Span(close + 1, end), says.start()) if says else None
        if speaker is None or speaker.name not in self.roster.chairs:
            return
        self._give_word(speaker)
        assert self.speech is not None
        self.speech.telling = True
        for sentence in sentences:
            quoted = Span(max(sentence.start, quotation.start), min(sentence.end, close))
            if low.count(" ", *quoted) < _FEW:  # none in it, or only "Không chờ nữa."
                continue
            start = goes_on(self.document, self.speech, quoted, opens_paragraph=False)
            if start is not None:
                yield from self._emit(start, quoted.end)

    def _sentences(self, paragraph: Span) -> list[Span]:
        inside = _with_numbers(self.document, self.document.sentences_of(paragraph))
        if not inside and is_listed(self.document, self.speech, paragraph):
            return [paragraph]
        return inside

    def _sentence(self, sentence: Span, *, opens_paragraph: bool) -> Iterator[Task]:
        whole, sentence = sentence, self._inside_quotes(sentence)
        opens_paragraph = opens_paragraph and sentence == whole
        clauses = tellings(self.roster, self.level, self.speech, sentence)
        if clauses:
            yield from self._tasks_of(sentence, clauses)
            return
        whole, sentence = sentence, self._after_theo(sentence)
        start = goes_on(self.document, self.speech, sentence, opens_paragraph=opens_paragraph)
        by_theo = start is None and sentence != whole  # "Theo ông, khách tăng, các đồn phải …"
        if by_theo:
            start = clause_with_must(self.document, sentence.start, sentence.end)
        if start is not None:
            yield from self._emit(start, sentence.end, only_tasks=by_theo)
        elif not self._takes_word(sentence) and opens_paragraph and not self._is_listing():
            self.speech = None

    def _tasks_of(self, sentence: Span, clauses: list[Telling]) -> Iterator[Task]:
        starts = [self._clause_start(a, b) for a, b in pairwise(clauses)]
        ends = [*starts, sentence.end]
        for telling, end in zip(clauses, ends, strict=True):
            if telling.trigger.passive:
                self.speech = Speech(None, addressee=telling.who)
            elif telling.speaker is not None or not telling.trigger.verb.startswith("giao"):
                self._give_word(telling.speaker)
            self._address_framed(sentence, telling)
            only_tasks = not telling.trigger.strong and not telling.trigger.passive
            yield from self._emit(telling.start, end, only_tasks=only_tasks)

    def _address_framed(self, sentence: Span, telling: Telling) -> None:
        """Note who stands before the verb of telling: "Với Văn phòng, đồng chí giao …"."""
        begin = spans.begins(self.document.low, sentence.start, telling.start)
        who = framed(self.document, begin, telling.trigger.start)
        if who is not None and self.speech is not None:
            self.speech.addressee = who

    def _clause_start(self, telling: Telling, following: Telling) -> int:
        """Return where the clause of `following` begins: its subject is told to nobody."""
        low, verb = self.document.low, following.trigger.start
        semicolon = low.rfind(";", telling.start, verb)
        if semicolon < 0:
            return verb
        at = spans.after_frames(low, spans.begins(low, semicolon + 1, verb), verb)
        is_task = opens_task(low, at, verb) or addressee(self.document, at, verb) is not None
        return verb if is_task else semicolon

    def _give_word(self, speaker: Speaker | None) -> None:
        known = self.speech.speaker if self.speech else None
        if self.speech is None or (speaker and (known is None or known.name != speaker.name)):
            self.speech = Speech(speaker)

    def _inside_quotes(self, sentence: Span) -> Span:
        """Give the word to whom a quotation is followed by; return what he says."""
        low = self.document.low
        if '"' not in low[sentence.start : sentence.end]:
            return sentence
        quoted = _QUOTED.match(low, sentence.start, sentence.end)
        says = quoted and _SAYS_IT.search(low, quoted.end(), min(sentence.end, quoted.end() + 200))
        if not quoted or not says:
            return sentence
        speaker = self._subject(Span(quoted.end(), sentence.end), says.start())
        if speaker is None:
            return sentence
        self._give_word(speaker)
        return Span(*quoted.span("words"))

    def _after_theo(self, sentence: Span) -> Span:
        """Give the word to whom "Theo Giám đốc Sở, …" names; return the rest of the sentence."""
        theo = _ACCORDING_TO.match(self.document.low, sentence.start, sentence.end)
        if theo is None:
            return sentence
        comma = self.document.low.index(",", theo.end())
        speaker = self._subject(Span(theo.end(), sentence.end), comma)
        if speaker is None:
            return sentence
        self.speech = Speech(speaker)
        return Span(comma + 1, sentence.end)

    def _takes_word(self, sentence: Span) -> bool:
        """Take note of who has the word where a sentence only praises or sums up."""
        limit = min(sentence.end, sentence.start + 1200)
        for says in _SAYS.finditer(self.document.low, sentence.start, limit):
            speaker = self._subject(sentence, says.start())
            if speaker is not None:
                self._give_word(speaker)
                if self.speech and _ANNOUNCES.match(self.document.low, says.start(), sentence.end):
                    self.speech.telling = True
                return True
        return False

    def _subject(self, sentence: Span, verb: int) -> Speaker | None:
        """Return the person or office that says something at `verb`."""
        before = self.speech.speaker if self.speech else None
        speaker = speaker_of(self.roster, sentence, verb, before)
        return speaker if speaker is not None and speaker.kind in {"person", "office"} else None

    def _is_listing(self) -> bool:
        """Tell a short line between the points of one list."""
        return self.speech is not None and self.speech.listing

    def _emit(self, start: int, end: int, *, only_tasks: bool = False) -> Iterator[Task]:
        """Yield the tasks in `[start, end)`; `only_tasks`: leave out what is only said."""
        document, low = self.document, self.document.low
        # Nobody's task opens no speech: the sentences after it are a report's again.
        speech = self.speech or Speech(None)
        speech.telling = True
        end = spans.until_he_says_more(low, start, end)
        start, who = spans.after_lead_in(document, start, end)
        speech.addressee = who or speech.addressee
        if low[max(0, end - 3) : end].rstrip().endswith(":"):
            speech.listing = True
        for piece in spans.pieces(document, start, end):
            task = spans.trimmed(document, piece)
            at = spans.after_frames(low, task.start, task.end)
            named = addressee(document, at, task.end + 1)
            named = named or addressed_first(document, task.start, task.end)
            speech.addressee = named or speech.addressee
            if spans.is_empty(document, task, named) or is_state(document, task):
                continue
            if named or not only_tasks or is_task(document, task):
                unknown = named is None and self._names_a_doer(at, task.end)
                yield Task(task, speech.speaker, None if unknown else speech.addressee)

    def _names_a_doer(self, start: int, end: int) -> bool:
        """Tell "Lữ đoàn 146 tiếp dầu", whose doer ends before a verb that no list knows."""
        low = self.document.low
        return WHO.match(low, start, end) is not None and not opens_task(low, start, end)


def _with_numbers(document: Document, sentences: list[Span]) -> list[Span]:
    """Return `sentences` with the number of a list, cut off by its full stop, put back."""
    whole: list[Span] = []
    for sentence in sentences:
        if whole and _NUMBER.fullmatch(document.view, whole[-1].start, whole[-1].end):
            whole[-1] = Span(whole[-1].start, sentence.end)
        else:
            whole.append(sentence)
    return whole
