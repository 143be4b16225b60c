"""A box that other pages had is laid out as if none had."""

from __future__ import annotations

import pytest

from crawler.extraction import repeated
from crawler.extraction.blocks import Layout
from crawler.extraction.layout import lay_out
from crawler.extraction.looks import Style
from crawler.extraction.repeated import Boxes
from crawler.markup.decode import parse
from crawler.remembered import Remembered

ITEMS = "".join(f'<li class="muc"><a href="/ban/{n}">Bản <b>số {n}</b></a></li>' for n in range(9))
LIST = f'<ul id="ban">{ITEMS}<li><img src="/cờ.png"> Cờ <input type="radio"></li></ul>'
DIVS = "<div>" + "".join(f"<div>Tin {n}<br>ngày {n}/5</div>" for n in range(1, 9)) + "</div>"
FOOTER = "<div>" + "<p>Bản tin</p>" * 8 + "<footer>Lê Na</footer></div>"
ROWS = (
    "<div>"
    + "<table><tr><td>Lúa</td><td>12</td></tr><tr><td>Ngô</td><td>7</td></tr></table>" * 7
    + "</div>"
)
AROUND = (
    "<body><p>Trước</p>{}<p>Sau</p></body>",
    "<body>Trước <b>{}</b> sau</body>",
    '<body><div class="comment-box" align="right">{}</div></body>',
    "<body><article><p>Trước</p>{}</article></body>",
    '<body><a href="/"><font size="5">{}</font></a></body>',
    "<body>{0}<p>Giữa</p>{0}</body>",
)


def _laid_out(page: str) -> list[tuple[object, ...]]:
    """What a page's layout says, its elements as their numbers in the page."""
    tree = parse(page)
    assert tree is not None
    number = {element: at for at, element in enumerate(tree.iter())}
    number[None] = -1
    layout = lay_out(tree[0])
    blocks: list[tuple[object, ...]] = [
        (
            *(b.index, b.text, b.tag, b.linked, b.bold, b.italic, b.align, b.size, b.tail),
            *(b.controls, b.row, number[b.box], number[b.image], number[b.zone]),
        )
        for b in layout.blocks
    ]
    return blocks + sorted((number[e], *span) for e, span in layout.spans.items())


@pytest.mark.parametrize("box", [LIST, DIVS, FOOTER, ROWS])
def test_a_box_met_again_is_laid_out_the_same(box: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first = []
    for around in AROUND:
        monkeypatch.setattr("crawler.extraction.layout._BOXES", Boxes())
        first.append(_laid_out(around.format(box)))
    for _ in range(3):  # met, kept, copied, whatever stands around it
        assert [_laid_out(around.format(box)) for around in AROUND] == first


def test_a_box_is_kept_from_the_second_time_on_and_no_longer_than_there_is_room(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    boxes = Boxes()
    monkeypatch.setattr("crawler.extraction.layout._BOXES", boxes)
    tree = parse(f"<body>{LIST}</body>")
    assert tree is not None
    box = tree[0][0]
    assert boxes.meet(box, Style()) is None
    met = boxes.meet(box, Style())
    assert met is not None
    assert boxes.layout_of(met) is None
    lay_out(tree[0])
    kept = boxes.layout_of(met)
    assert kept is not None
    assert [line.text for line in kept.lines][:2] == ["Bản số 0", "Bản số 1"]
    inside = boxes.meet(box, Style(zone=tree[0]))
    assert inside is not None
    assert boxes.layout_of(inside) is None  # its lines are of that zone
    monkeypatch.setattr(repeated, "_MOST", met.size)
    layout = Layout(spans={box: (0, 0)})
    boxes.keep(inside, layout, 0)
    assert boxes.layout_of(inside) is not None
    assert boxes.layout_of(met) is None


def test_answers_are_remembered_in_bounded_room() -> None:
    asked: list[str] = []

    def answer(question: str) -> int:
        asked.append(question)
        return len(question)

    lengths = Remembered(answer, most=2, longest=3)
    assert [lengths[q] for q in ("a", "a", "long", "long", "b", "a", "c", "a")] == [
        *(1, 1, 4, 4, 1, 1, 1, 1)
    ]
    assert asked == ["a", "long", "long", "b", "c", "a"]
    assert set(lengths) == {"c", "a"}
