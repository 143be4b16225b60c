"""From an article to the meeting it reports: who met, when, chaired by whom (pure, rules only)."""

from crawler.meetings.mentions import says_giao_ban

__all__ = ["says_giao_ban"]
