"""What happens on a portal from night to night, by chance with a seed."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from tests.sample_portals import SampleArticle
from tests.simulation.stage import OF_ARTICLES, OF_LISTINGS, Stage

SUBJECTS = (
    ("chuyển đổi số", "Kho dữ liệu dùng chung đã nối với 14 xã, còn 3 xã chờ đường truyền."),
    ("phòng cháy rừng", "Lực lượng kiểm lâm trực 24 giờ ở các chốt, chưa để xảy ra vụ cháy nào."),
    ("giải ngân vốn", "Vốn đầu tư công giải ngân được 61%, chậm nhất là các công trình thủy lợi."),
    ("tuyển quân", "Khám tuyển vòng hai có 412 thanh niên, đạt chỉ tiêu được giao trước hạn."),
    ("y tế dự phòng", "Tỷ lệ tiêm chủng đủ mũi đạt 96%, hai xã vùng cao cần thêm tủ lạnh."),
    ("trường lớp", "Mười hai phòng học xuống cấp được sửa xong trước ngày khai giảng năm học mới."),
    ("nước sạch", "Nhà máy nước hoạt động ổn định, đã lắp thêm 230 đồng hồ ở khu tái định cư."),
    ("cải cách hành chính", "Hồ sơ trễ hạn giảm còn 1,2%, thấp nhất trong nhiều năm trở lại đây."),
)
ADDED = (
    "Hội nghị thống nhất giao văn phòng theo dõi, đôn đốc và báo cáo kết quả.",
    "Một số ý kiến đề nghị bổ sung kinh phí cho các xã còn khó khăn.",
    "Các phòng chuyên môn chuẩn bị báo cáo gửi trước ngày 25 hằng tháng.",
    "Người chủ trì yêu cầu rà soát lại danh mục, không để sót việc.",
)
REST = 4  # nights between two edits of an article: what changes daily is another matter
AILMENTS = (*OF_ARTICLES[:1], *OF_ARTICLES[3:])  # of one article; led home it is gone
BAD_NIGHTS = 0.3  # share of the nights
Moves = Callable[[SampleArticle, int], None]


class Script:
    """One portal's events."""

    def __init__(self, stage: Stage, seed: str) -> None:
        self.stage = stage
        self.chance = random.Random(seed)
        self.published = 0
        self.away: list[SampleArticle] = []
        self._edited: dict[str, int] = {}

    def play(self, number: int, now: datetime) -> None:
        """Let happen what happens before one night's crawl."""
        stage, chance = self.stage, self.chance
        for _ in range(chance.choice((0, 0, 0, 1, 1, 2)) if number else 1):
            self.publish(now)
        for event, odds in (
            (self.edit, 0.5),
            (self.view, 0.5),
            (self.move, 0.3),
            (self.vanish, 0.2),
            (self.come_back, 0.15),
            (self.ail, 0.3),
            (self.heal, 0.4),
        ):
            if chance.random() < odds:
                event(number)
        bad = number > 0 and chance.random() < BAD_NIGHTS
        stage.weather = chance.choice((*OF_LISTINGS, *OF_ARTICLES)) if bad else "fair"

    def calm(self) -> None:
        """Let all that ails heal: from now on every night is fair."""
        self.stage.ailing.clear()
        self.stage.weather = "fair"

    # Events

    def publish(self, now: datetime) -> None:
        """Print a new report, one in four days late, on a page after the first."""
        self.published += 1
        n, portal = self.published, self.stage.portal
        is_late = self.chance.random() < 0.25
        when = now - timedelta(days=200 if is_late else 0, hours=9)
        subject, text = self.chance.choice(SUBJECTS)
        day = f"{when.day}/{when.month}/{when.year}"
        article = SampleArticle(
            title=f"Giao ban công tác {subject}, lần thứ {n}",
            slug=f"giao-ban-{n}-{subject.split()[-1].encode('ascii', 'ignore').decode()}-{n}",
            sapo=f"Ngày {day}, Thường trực Huyện ủy họp giao ban về {subject}, lần thứ {n}.",
            paragraphs=[text, self.chance.choice(ADDED)],
            published_at=when.replace(microsecond=0).isoformat(),
            is_giao_ban=True,
            key=_key(portal.name, n),
        )
        portal.add(article, front=not is_late)
        self.stage.place(article)

    def edit(self, number: int) -> None:
        """Add a paragraph to an article, or take it out again."""
        article = self._pick(lambda a: number - self._edited.get(a.key, -REST) >= REST)
        if article is None:
            return
        self._edited[article.key] = number
        more = f"Bổ sung ngày thứ {number}: {self.chance.choice(ADDED)}"
        texts = [t for t in article.paragraphs if not t.startswith("Bổ sung")]
        self.stage.portal.edit(article.key, paragraphs=[*texts, more])

    def view(self, number: int) -> None:
        """Count visitors: no edit."""
        if article := self._pick():
            self.stage.portal.edit(article.key, views=(article.views or 0) + 17)

    def move(self, number: int) -> None:
        """Print an article's link anew: with another slug or category, or without TLS."""
        if (article := self._pick()) is None:
            return
        portal, old = self.stage.portal, urlsplit(article.url).path
        kind = self.chance.choice(("slug", "category", "http"))
        if kind == "http":
            article.url = article.url.replace("https://", "http://")
            return
        if portal.name in ("la34", "thuanthanh", "thuathienhue") and kind == "slug":
            article.slug = f"{article.slug.partition('-sua-')[0]}-sua-{number}"
        elif portal.name == "laichau":
            folder = self.chance.choice(("chinh-tri", "xay-dung-dang", "hoat-dong"))
            article.categories = (f"tin-tuc-su-kien/{folder}",)
        else:
            return
        new = portal.paths(article)[0]
        article.url = f"https://{portal.host}{new}"
        self.stage.place(article)
        portal.moved.pop(new, None)
        portal.removed.pop(new, None)
        if new != old:
            # Some portals lead on from the old address, some forget it.
            if self.chance.random() < 0.5:
                portal.moved[old] = new
            else:
                portal.removed[old] = 404

    def vanish(self, number: int) -> None:
        """Take an article away; its page is not found, or leads home."""
        if article := self._pick():
            self.stage.portal.remove(article.key, status=self.chance.choice((404, 410)))
            for path in [p for p, to in self.stage.portal.moved.items() if article.key in to]:
                del self.stage.portal.moved[path]
                self.stage.portal.removed[path] = 404
            self.stage.gone.add(article.key)
            self.stage.ailing.pop(article.key, None)
            self.away.append(article)

    def come_back(self, number: int) -> None:
        """Put an article back where it was."""
        if self.away:
            article = self.away.pop(self.chance.randrange(len(self.away)))
            self.stage.portal.add(article, front=False)
            self.stage.gone.discard(article.key)

    def ail(self, number: int) -> None:
        """Break one article's page; two at once are the most."""
        if len(self.stage.ailing) < 2 and (article := self._pick()):
            self.stage.ailing[article.key] = self.chance.choice(AILMENTS)

    def heal(self, number: int) -> None:
        """Mend one."""
        if self.stage.ailing:
            del self.stage.ailing[self.chance.choice(sorted(self.stage.ailing))]

    def _pick(
        self, is_fit: Callable[[SampleArticle], bool] = lambda article: True
    ) -> SampleArticle | None:
        host = self.stage.portal.host
        fit = [
            a
            for a in self.stage.portal.articles
            if a.expect == "giao_ban" and a.paragraphs and not a.traits
            if urlsplit(a.url).hostname == host and is_fit(a)
        ]
        return self.chance.choice(fit) if fit else None


def _key(portal: str, n: int) -> str:
    """Return an identity as the portal's family would give it; "" for one made of the slug."""
    if portal in ("la34", "thuanthanh"):
        return str(990_000 + n)
    return f"aaaaaaaa-0000-4000-8000-{n:012}" if portal == "thuathienhue" else ""
