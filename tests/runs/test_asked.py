"""The keys a run has asked for, held as hashes."""

from __future__ import annotations

from crawler.runs.asked import Asked


def test_what_was_added_is_in_it_and_nothing_else() -> None:
    asked = Asked()
    for number in range(5_000):
        key = f"tin-tuc/hoi-nghi-{number}"
        assert key not in asked
        asked.add(key)
    assert all(f"tin-tuc/hoi-nghi-{number}" in asked for number in range(5_000))
    assert not any(f"tin-tuc/hoi-nghi-{number}" in asked for number in range(5_000, 10_000))


def test_a_key_added_again_takes_no_room() -> None:
    asked = Asked()
    for _ in range(10_000):
        asked.add("tin-tuc/hoi-nghi-1")
    assert asked._taken == 1


def test_it_grows_before_it_is_full() -> None:
    asked = Asked()
    for number in range(3_000):
        asked.add(str(number))
        assert 3 * asked._taken <= 2 * len(asked._slots)
