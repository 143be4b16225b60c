"""Vietnamese typed on a keyboard that was left in English: "hooij nghij", "ho6i5 nghi5". Pure.

Telex puts a letter for a mark (s f r x j the tones, a doubled vowel its roof, w a horn or breve,
dd the đ), VNI a digit. What is no Vietnamese syllable without them is left as it was typed.
"""

from __future__ import annotations

import re
import unicodedata

_TONES = dict(zip("sfrxj12345", "\u0301\u0300\u0309\u0303\u0323" * 2, strict=True))
_ROOF, _HORN, _BREVE = "\u0302", "\u031b", "\u0306"
_VOWELS = "aeiouy"
_TYPED = re.compile(r"[A-Za-z][A-Za-z1-9]{1,11}")
_SYLLABLE = re.compile(
    r"(?P<head>qu|gi(?=[aeouy])|ngh?|[cgknpt]h|tr|[bcdghklmnprstvx])?"
    r"(?P<vowels>[aeiouy]{1,3})(?P<tail>ch|n[gh]?|[ckmpt])?"
)


def read(text: str) -> str:
    """Return a text with the words that bear keys for marks as they were meant."""
    return _TYPED.sub(lambda word: _meant(word[0]) or word[0], text)


def _meant(word: str) -> str | None:
    letters, marks = _apart(word.lower())
    syllable = _SYLLABLE.fullmatch(letters)
    if not syllable or not marks:
        return None
    if marks.get("d") and not letters.startswith("d"):
        return None
    vowels = _shaped(syllable["vowels"], marks)
    if "tone" in marks:
        place = _tone_place(vowels, bool(syllable["tail"]))
        vowels[place] += marks["tone"]
    head = syllable["head"] or ""
    head = f"đ{head[1:]}" if marks.get("d") else head
    meant = unicodedata.normalize("NFC", head + "".join(vowels) + (syllable["tail"] or ""))
    return meant[:1].upper() + meant[1:] if word[0].isupper() else meant


def _apart(word: str) -> tuple[str, dict[str, str]]:
    """Return the plain letters of a word and its marks: `tone`, `roof` (on what), `w`, `d`."""
    letters = ""
    marks: dict[str, str] = {}
    for key in word:
        after_vowel = any(letter in _VOWELS for letter in letters)
        roofed = key if key in "aeo" else next((v for v in letters if v in "aeo"), "")
        if key in _TONES and after_vowel:
            marks["tone"] = _TONES[key]
        elif (key == "6" and roofed) or (key in "aeo" and key in letters):
            marks["roof"] = roofed
        elif key in "w78" and after_vowel:
            marks["w"] = key
        elif key == "9" or (key == "d" and letters.startswith("d")):
            marks["d"] = key
        else:
            letters += key
    return letters, marks


def _shaped(vowels: str, marks: dict[str, str]) -> list[str]:
    """Return the vowels with their roof, horn or breve: "uo" with a horn is "ươ"."""
    shaped = list(vowels)
    if marks.get("roof") in shaped:
        shaped[shaped.index(marks["roof"])] += _ROOF
    if "w" in marks:
        horned = ["u", "o"] if "uo" in vowels else [next((v for v in "uoa" if v in vowels), "")]
        for vowel in filter(None, horned):
            shaped[vowels.index(vowel)] += _BREVE if vowel == "a" else _HORN
    return shaped


def _tone_place(vowels: list[str], is_closed: bool) -> int:
    """Return which vowel bears the tone: the last shaped one, else the middle, else the first."""
    shaped = [at for at, vowel in enumerate(vowels) if len(vowel) > 1]
    if shaped:
        return shaped[-1]
    return 1 if len(vowels) == 3 or (len(vowels) == 2 and is_closed) else 0
