"""The picture that other sites show beside a link: who met, about what, when, whose text. Pure."""

from __future__ import annotations

import io
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from output.datasette.safe import visible

WIDTH, HEIGHT = 1200, 630  # what link previews ask for
# Roboto Medium (Apache-2.0), only the letters of Vietnamese and Western Europe.
_FONT = Path(__file__).parent / "fonts" / "Roboto-Medium.ttf"
_PAPER, _INK, _SOFT, _BRAND = "#fcfcfa", "#1a1e21", "#59626a", "#9c2a2a"
_EDGE = 72  # pixels of margin
_TITLE = ((64, 4), (52, 5), (44, 6))  # sizes tried in turn, and the lines that fit at each
_LONGEST = 400  # characters of a title that are looked at

_Font = ImageFont.FreeTypeFont


def draw(title: str, facts: list[str], source: str) -> bytes:
    """Return a PNG: the title, a line for each of at most two facts, and whose text it is."""
    image = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, 20, HEIGHT), fill=_BRAND)
    pen.text((_EDGE, 56), "Giao Ban", font=_font(38), fill=_BRAND)
    size, lines = _fitted(visible(title)[:_LONGEST])
    top = 128
    for line in lines:
        pen.text((_EDGE, top), line, font=_font(size), fill=_INK)
        top += round(size * 1.25)
    top = max(top + 18, 440)
    for fact in facts[:2]:
        pen.text((_EDGE, top), _first(fact, 32), font=_font(32), fill=_INK)
        top += 46
    pen.text((_EDGE, HEIGHT - 72), _first(source, 28), font=_font(28), fill=_SOFT)
    file = io.BytesIO()
    image.quantize(32).save(file, "PNG", optimize=True)
    return file.getvalue()


@lru_cache
def _font(size: int) -> _Font:
    return ImageFont.truetype(_FONT, size)


def _fitted(text: str) -> tuple[int, list[str]]:
    """Return the largest size at which a title fits, and its lines; the last may end in "…"."""
    for size, most in _TITLE:
        lines = wrap(text, _font(size))
        if len(lines) <= most:
            return size, lines
    return size, [*lines[: most - 1], _cut(lines[most - 1] + " …", _font(size))]


def wrap(text: str, font: _Font) -> list[str]:
    """Return the lines of a text; a word longer than a line is cut."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= WIDTH - 2 * _EDGE:
            lines[-1] = longer
        else:
            lines.append(_cut(word, font))
    return lines


def _first(text: str, size: int) -> str:
    lines = wrap(visible(text)[:_LONGEST], _font(size))
    return _cut(lines[0] + " …", _font(size)) if len(lines) > 1 else "".join(lines)


def _cut(text: str, font: _Font) -> str:
    """Return as much of a text as a line holds, its end marked where that is not all."""
    if font.getlength(text) <= WIDTH - 2 * _EDGE:
        return text
    while text and font.getlength(text + "…") > WIDTH - 2 * _EDGE:
        text = text[:-1]
    return text.rstrip() + "…"
