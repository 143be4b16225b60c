"""The walk through a report's speeches: who has the word, and which sentences tell tasks.

A speech begins where somebody in authority is the subject of a verb of saying. Once he has told
somebody to do something, the sentences that follow in the imperative belong to it too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crawler.meetings.directives import spans
from crawler.meetings.directives.addressee import addressee
from crawler.meetings.directives.speaker import Roster, Speaker, speaker_of
from crawler.meetings.directives.triggers import Trigger, clause_with_must, triggers
from crawler.meetings.directives.words import MUST, TASK, WHO, opens_task
from crawler.meetings.document import Document, Span

_LONGEST = 8000  # characters of one sentence; what is longer is no sentence
_SAYS = re.compile(
    r"(?<!\w)(?:phát biểu|kết luận|ghi nhận|biểu dương|đánh giá|hoan nghênh|cảm ơn|nhấn mạnh"
    r"|khẳng định|chia sẻ|thống nhất|nhất trí|chúc mừng|cho rằng|nêu rõ|đồng tình|phân tích|chỉ rõ"
    r"|lưu ý|giải đáp|tiếp thu|khen|cho biết|chỉ ra|điểm lại|làm rõ|trao đổi)(?!\w)"
)
_PETITION = re.compile(
    r"(?<!\w)(?<!các )(?<!những )(?<!một số )(?<!với )(?<!theo )(?:kiến nghị|đề xuất)(?! của)(?!\w)"
    r"[^.;]{0,80}$"
)
_HIGHER = re.compile(
    r"(?:đảng|trung ương|chính phủ|thủ tướng|quốc hội|bộ chính trị|ban bí thư|các bộ"
    r"|bộ(?! chỉ huy| chqs"
    r"| đội| phận)|cấp trên|cấp (?:có )?thẩm quyền|nhà nước|các cấp có thẩm quyền)(?!\w)"
    r"|[^,;:.]{0,40}việt nam(?!\w)"
)
_TOP = {
    "province": re.compile(
        r"(?:thường trực|ban thường vụ|thường vụ|lãnh đạo)?\s*(?:ubnd"
        r"|hđnd)?\s*(?:tỉnh(?! đoàn)|thành phố)(?:\s+ủy)?(?!\w)"
    ),
    "district": re.compile(
        r"(?:thường trực|ban thường vụ|thường vụ|lãnh đạo|ubnd|hđnd|\s)*(?:tỉnh|thành phố"
        r"|các sở|sở|huyện|thị xã|quận)(?:\s+ủy)?(?!\w)"
    ),
    "commune": re.compile(
        r"(?:thường trực|ban thường vụ|thường vụ|lãnh đạo|ubnd|hđnd|\s)*(?:tỉnh|thành phố"
        r"|các sở|sở|huyện|thị xã|quận|xã|phường)(?:\s+ủy)?(?!\w)"
    ),
}
_POLITE = {"đề nghị", "mong", "mong muốn", "nhờ", "gợi ý", "kêu gọi", "hy vọng"}
# Units below the tier of a meeting, in an office or the name of a body.
_COMMUNE = r"(?<!thị )(?<!các )(?<!\w)(?:xã(?! hội)|phường|thị trấn|thôn|ấp|bản)(?!\w)"
_DISTRICT = r"(?<!các )(?<!\w)(?:huyện|quận|thị xã|thị ủy|chi cục)(?!\w)"
_BELOW = {
    "central": re.compile(rf"{_COMMUNE}|{_DISTRICT}|(?<!\w)(?:tỉnh|thành ủy|sở)(?!\w)"),
    "province": re.compile(
        rf"{_COMMUNE}|{_DISTRICT}|(?<!\w)thành phố (?!hà nội|hồ chí|đà n|hải ph|cần)"
    ),
    "sector": re.compile(rf"{_COMMUNE}|{_DISTRICT}"),
    "district": re.compile(_COMMUNE),
}
_LEADS = re.compile(r"(?<!nguyên )(?:bí thư|chủ tịch|thường trực)(?!\w)")
_BACKGROUND = re.compile(
    r"\s*(?:theo báo cáo|trong (?:tháng|quý|năm|tuần|6 tháng|9 tháng|kỳ)(?! tới)|thời gian qua"
    r"|trước đó"
    r"|vừa qua|qua báo cáo|\d+ tháng|trong thời gian qua|tháng qua|năm qua|quý [iv\d]+)(?!\w)"
)


_MATTER_MUST = re.compile(r"(?!đây|đó|điều này)[^,;:.]{3,70}?\s(?:cần|phải)\s")
_REPORTS = re.compile(
    r"(?:báo cáo|trao đổi|thảo luận|đề xuất|kiến nghị|nêu|phản ánh|tham gia)(?!\w)"
)
_NUMBER = re.compile(r"\W{0,3}\d{1,3}\W{1,4}")
_ACCORDING_TO = re.compile(r"theo\s+(?=[^,]{2,120},)")


@dataclass(frozen=True, slots=True)
class Task:
    """One thing somebody is told to do, as spans of the document."""

    span: Span
    speaker: Speaker | None
    addressee: Span | None


@dataclass(slots=True)
class _Speech:
    speaker: Speaker | None
    telling: bool = False
    listing: bool = False  # a colon has announced a list
    addressee: Span | None = None


def _with_numbers(document: Document, sentences: list[Span]) -> list[Span]:
    """Return `sentences` with the number of a list, cut off by its full stop, put back."""
    whole: list[Span] = []
    for sentence in sentences:
        if whole and _NUMBER.fullmatch(document.view, whole[-1].start, whole[-1].end):
            whole[-1] = Span(whole[-1].start, sentence.end)
        else:
            whole.append(sentence)
    return whole


class Speeches:
    """Reads the tasks of one report, sentence by sentence."""

    def __init__(self, document: Document, roster: Roster, level: str | None) -> None:
        """Take the report, the people it names, and the tier of the meeting."""
        self.document = document
        self.roster = roster
        self.level = level
        self.speech: _Speech | None = None

    def tasks(self, paragraphs: list[Span]) -> Iterator[Task]:
        """Yield the tasks told in `paragraphs`, in order."""
        for paragraph in paragraphs:
            for number, sentence in enumerate(self._sentences(paragraph)):
                if sentence.end - sentence.start <= _LONGEST:
                    yield from self._sentence(sentence, opens_paragraph=number == 0)

    def _sentences(self, paragraph: Span) -> list[Span]:
        inside = _with_numbers(self.document, self.document.sentences_of(paragraph))
        if inside or not self._is_listed(paragraph):
            return inside
        return [paragraph]

    def _is_listed(self, line: Span) -> bool:
        """Tell a line of a list from a caption: neither has a full stop."""
        low = self.document.low
        if self.speech is None or not self.speech.telling:
            return False
        begin = spans.begins(low, line.start, line.end)
        return spans.MARKER.match(low, line.start) is not None or (
            self.speech.listing and opens_task(low, begin, line.end)
        )

    def _sentence(self, sentence: Span, *, opens_paragraph: bool) -> Iterator[Task]:
        accepted = self._accepted(sentence)
        if accepted:
            yield from self._told(sentence, accepted)
            return
        sentence = self._after_theo(sentence)
        task_start = self._goes_on(sentence, opens_paragraph=opens_paragraph)
        if task_start is not None:
            yield from self._emit(task_start, sentence.end)
            return
        if self._opens_speech(sentence):
            return
        if opens_paragraph and not self._is_aside(sentence):
            self.speech = None

    # --- sentences with a verb of telling -----------------------------------------------------

    def _accepted(self, sentence: Span) -> list[tuple[Trigger, Speaker | None, int]]:
        """Return the verbs that tell somebody, with who tells and where the words begin."""
        accepted: list[tuple[Trigger, Speaker | None, int]] = []
        for trigger in triggers(self.document, sentence):
            if trigger.passive:
                if self._passive(sentence, trigger):
                    accepted.append((trigger, None, trigger.end))
                continue
            start = self._words_start(sentence, trigger)
            if start is None:
                continue
            if accepted:
                speaker = self._again(accepted[-1], trigger, sentence)
            else:
                speaker = self._speaker(sentence, trigger)
            if speaker is not None and not self._is_petition(sentence, trigger, speaker, start):
                accepted.append((trigger, speaker if speaker.kind != "nobody" else None, start))
        return accepted

    def _words_start(self, sentence: Span, trigger: Trigger) -> int | None:
        if trigger.strong or trigger.colon:
            return trigger.end
        return clause_with_must(self.document, trigger.end, sentence.end)

    def _speaker(self, sentence: Span, trigger: Trigger) -> Speaker | None:
        before = self.speech.speaker if self.speech else None
        found = speaker_of(self.roster, sentence, trigger.start, before)
        if found is not None:
            body = found.kind == "body"
            if body and (trigger.past or _BACKGROUND.match(self.document.low, sentence.start)):
                return None
            if body and trigger.verb == "lưu ý" and self.speech and self.speech.telling:
                return None  # the body is told to heed it
            if body and trigger.verb in {"chỉ đạo", "phát biểu", "thống nhất", "kết luận"}:
                return None
            return found
        if not self._opens_sentence(sentence, trigger) or not trigger.strong:
            return None
        if trigger.verb.startswith(("chỉ đạo", "giao")) and self.speech is None:
            return None
        return before or Speaker("nobody", None)

    def _opens_sentence(self, sentence: Span, trigger: Trigger) -> bool:
        """Tell a verb of telling without a subject: "Đồng thời đề nghị …", "Về X, yêu cầu …"."""
        low = self.document.low
        at = spans.begins(low, sentence.start, trigger.start)
        at = spans.after_frames(low, at, trigger.start)
        rest = low[at : trigger.start].strip(" ,")
        return rest in {"", "đồng thời", "cũng", "xin", "trân trọng", "tiếp tục", "đặc biệt"}

    def _again(
        self, last: tuple[Trigger, Speaker | None, int], trigger: Trigger, sentence: Span
    ) -> Speaker | None:
        """Return the speaker where another verb of telling goes on in one sentence."""
        low = self.document.low
        clause = low[last[2] : trigger.start]
        own = speaker_of(self.roster, Span(last[2], sentence.end), trigger.start, last[1])
        if own is not None and own.kind in {"person", "office"} and ";" in clause:
            return own
        if not trigger.strong:
            return None
        if re.search(r"[;]\s*(?:đồng thời\s*,?\s*|và\s+|cũng\s+)*$", clause) or re.search(
            r"(?:đồng thời|bên cạnh đó|cùng với đó|ngoài ra)\s*,?\s*(?:cũng\s+)?$", clause
        ):
            return last[1] or Speaker("nobody", None)
        named = trigger.verb.startswith(("giao", "yêu cầu", "đề nghị")) and clause.endswith(
            (", ", "và ")
        )
        if named and addressee(self.document, trigger.end, sentence.end) is not None:
            return last[1] or Speaker("nobody", None)
        return None

    def _passive(self, sentence: Span, trigger: Trigger) -> bool:
        """Tell "các chi cục trưởng được yêu cầu đôn đốc …" from "nhiệm vụ được giao"."""
        low = self.document.low
        begin = spans.after_frames(
            low, spans.begins(low, sentence.start, sentence.end), trigger.start
        )
        who = addressee(self.document, begin, trigger.start)
        if who is None or low[who.end : trigger.start].strip() != "được" or trigger.past:
            return False
        return opens_task(low, trigger.end, sentence.end)

    def _is_petition(self, sentence: Span, trigger: Trigger, speaker: Speaker, start: int) -> bool:
        """Tell a request to those above from what is told to those below."""
        low = self.document.low
        if _PETITION.search(low, max(sentence.start, trigger.start - 100), trigger.start):
            return True
        at = spans.after_frames(low, start, sentence.end)
        if self.level != "central" and _HIGHER.match(low, at):
            return True
        if trigger.verb in _POLITE and self._is_from_below(speaker, at, sentence.end):
            return True
        top = _TOP.get(self.level or "")
        if (
            top is None
            or not top.match(low, at)
            or speaker.kind not in {"person", "office", "body"}
        ):
            return False
        return not (speaker.name in self.roster.chairs or self._leads(speaker))

    def _is_from_below(self, speaker: Speaker, start: int, end: int) -> bool:
        """Tell who asks (đề nghị) those that lead the meeting: he belongs to a lower tier.

        One of the same tier who neither chairs nor leads it asks too, unless he says whom he tells.
        """
        if speaker.name in self.roster.chairs or speaker.kind not in {"person", "office", "body"}:
            return False
        offices = self.roster.offices.get(speaker.name or "", {(speaker.name or "").lower()})
        below = _BELOW.get(self.level or "")
        if below is not None and any(below.search(office) for office in offices):
            return True
        if speaker.kind == "body" and re.match(r"(?:cụm|khối)(?!\w)", (speaker.name or "").lower()):
            return True
        if addressee(self.document, start, end) is not None or self._leads(speaker):
            return False
        return speaker.kind != "body"

    def _leads(self, speaker: Speaker) -> bool:
        if speaker.kind == "person":
            return any(_LEADS.search(o) for o in self.roster.offices.get(speaker.name or "", ()))
        return _LEADS.search((speaker.name or "").lower()) is not None

    def _told(
        self, sentence: Span, accepted: list[tuple[Trigger, Speaker | None, int]]
    ) -> Iterator[Task]:
        for number, (trigger, speaker, start) in enumerate(accepted):
            last = number + 1 == len(accepted)
            end = sentence.end if last else accepted[number + 1][0].start
            if trigger.passive:
                yield from self._told_passive(sentence, trigger, end)
                continue
            self._take_word(speaker)
            yield from self._emit(start, end, only_tasks=not trigger.strong)

    def _told_passive(self, sentence: Span, trigger: Trigger, end: int) -> Iterator[Task]:
        low = self.document.low
        begin = spans.after_frames(
            low, spans.begins(low, sentence.start, sentence.end), trigger.start
        )
        self.speech = _Speech(None, addressee=addressee(self.document, begin, trigger.start))
        yield from self._emit(trigger.end, end)

    def _take_word(self, speaker: Speaker | None) -> None:
        known = self.speech.speaker if self.speech else None
        if self.speech is None or (speaker and (known is None or known.name != speaker.name)):
            self.speech = _Speech(speaker)

    # --- sentences without one ----------------------------------------------------------------

    def _goes_on(self, sentence: Span, *, opens_paragraph: bool) -> int | None:
        """Return where the words of a task begin in a sentence without a verb of telling."""
        low, speech = self.document.low, self.speech
        start = spans.begins(low, sentence.start, sentence.end)
        at = spans.after_frames(low, start, sentence.end)
        linked = (
            start > sentence.start
            or spans.MARKER.match(low, sentence.start) is not None
            or (speech is not None and speech.listing)
        )
        telling = speech is not None and speech.telling and (not opens_paragraph or linked)
        if MUST.match(low, at, sentence.end) and (speech or at > start):
            return start
        if telling and opens_task(low, at, sentence.end):
            return start
        who = addressee(self.document, at, sentence.end)
        if who is None or self.document.low.startswith(":", who.end):
            return self._without_doer(sentence, start, at) if telling else None
        rest = low[who.end : min(sentence.end, who.end + 24)].lstrip(" ,")
        if re.match(r"(?:cần|phải)(?!\w)", rest):
            return start
        if telling and TASK.match(rest) and not (opens_paragraph and _REPORTS.match(rest)):
            return start
        return None

    def _without_doer(self, sentence: Span, start: int, at: int) -> int | None:
        """Return where a task begins whose doer is nobody: "Công tác tuyên truyền cần …"."""
        if _MATTER_MUST.match(self.document.low, at, sentence.end):
            return start
        return self._topic(sentence, start)

    def _topic(self, sentence: Span, start: int) -> int | None:
        """Return where tasks begin after a matter or a doer and a colon: "Sở Y tế: lập …"."""
        low = self.document.low
        colon = low.find(":", start, min(sentence.end, start + 160))
        if colon < 0:
            return None
        begin = spans.begins(low, colon + 1, sentence.end)
        if (
            not opens_task(low, begin, sentence.end)
            and addressee(self.document, begin, sentence.end) is None
        ):
            return None
        who = WHO.match(low, start, colon)
        if who and self.speech is not None:
            self.speech.addressee = Span(start, colon)
        return begin

    def _after_theo(self, sentence: Span) -> Span:
        """Give the word to whom "Theo Giám đốc Sở, …" names; return the rest of the sentence."""
        low = self.document.low
        theo = _ACCORDING_TO.match(low, sentence.start, sentence.end)
        if theo is None:
            return sentence
        comma = low.index(",", theo.end())
        clause = Span(theo.end(), sentence.end)
        speaker = speaker_of(
            self.roster, clause, comma, self.speech.speaker if self.speech else None
        )
        if speaker is None or speaker.kind not in {"person", "office"}:
            return sentence
        self.speech = _Speech(speaker)
        return Span(comma + 1, sentence.end)

    def _opens_speech(self, sentence: Span) -> bool:
        """Take note of who has the word where a sentence only praises or sums up."""
        low = self.document.low
        before = self.speech.speaker if self.speech else None
        for says in _SAYS.finditer(low, sentence.start, min(sentence.end, sentence.start + 1200)):
            speaker = speaker_of(self.roster, sentence, says.start(), before)
            if speaker is not None and speaker.kind in {"person", "office"}:
                if before is None or speaker.name != before.name:
                    self.speech = _Speech(speaker)
                return True
        return False

    def _is_task(self, task: Span) -> bool:
        low = self.document.low
        at = spans.after_frames(low, task.start, task.end)
        return (
            opens_task(low, at, task.end)
            or MUST.match(low, at, task.end) is not None
            or _MATTER_MUST.match(low, at, task.end) is not None
        )

    def _is_aside(self, sentence: Span) -> bool:
        """Tell a short line between the paragraphs of one speech."""
        return self.speech is not None and self.speech.listing

    def _emit(self, start: int, end: int, *, only_tasks: bool = False) -> Iterator[Task]:
        """Yield the tasks in `[start, end)`; `only_tasks`: leave out what is only said."""
        document, low = self.document, self.document.low
        if self.speech is None:
            speech = _Speech(None)
        else:
            speech = self.speech
            speech.telling = True
        start, who = spans.after_lead_in(document, start, end)
        if who is not None:
            speech.addressee = who
        if low[max(0, end - 3) : end].rstrip().endswith(":"):
            speech.listing = True
        for piece in spans.pieces(document, start, end):
            task = spans.trimmed(document, piece)
            if task.end <= task.start:
                continue
            at = spans.after_frames(low, task.start, task.end)
            named = addressee(document, at, task.end + 1)
            if named is not None:
                speech.addressee = named
            if spans.is_empty(document, task, named):
                continue
            if only_tasks and named is None and not self._is_task(task):
                continue
            yield Task(task, speech.speaker, speech.addressee)
