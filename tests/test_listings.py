"""Listings: pages numbered from the oldest, so that what is added later leaves them as they are."""

from __future__ import annotations

import datetime as dt

import pytest

from newsroom.listings import PAGE_SIZE, ListingPage, month_grid, nearby, paginate, surroundings

SIZES = [0, 1, 19, 20, 39, 40, 41, 60, 61]


def listing(count: int) -> list[int]:
    """Items newest first: each is the number of those published before it."""
    return list(range(count))[::-1]


def older_pages(count: int) -> dict[int, ListingPage[int]]:
    """The pages behind the landing page, by number."""
    return {page.number: page for page in paginate(listing(count))[1:]}


@pytest.mark.parametrize("count", SIZES)
def test_the_pages_hold_every_item_once_newest_first(count: int) -> None:
    pages = paginate(listing(count))
    assert [item for page in pages for item in page.items] == listing(count)


@pytest.mark.parametrize(
    ("count", "landing", "older"),
    [
        (0, 0, 0),
        (1, 1, 0),
        (19, 19, 0),
        (20, 20, 0),
        (39, 39, 0),
        (40, 20, 1),
        (41, 21, 1),
        (60, 20, 2),
        (61, 21, 2),
    ],
)
def test_the_landing_page_takes_what_fills_no_older_page(count: int, landing: int, older: int) -> None:
    first, *rest = paginate(listing(count))
    assert first.number == 0
    assert len(first.items) == landing
    assert [len(page.items) for page in rest] == [PAGE_SIZE] * older


@pytest.mark.parametrize("count", SIZES)
def test_older_pages_are_numbered_from_the_oldest(count: int) -> None:
    for number, page in older_pages(count).items():
        assert page.items[-1] == (number - 1) * PAGE_SIZE


@pytest.mark.parametrize("added", [1, 19, 20, 21])
@pytest.mark.parametrize("count", SIZES)
def test_older_pages_keep_their_items_when_something_newer_is_added(count: int, added: int) -> None:
    before, after = older_pages(count), older_pages(count + added)
    assert {number: page.items for number, page in before.items()} == {n: after[n].items for n in before}
    assert {number: page.older for number, page in before.items()} == {n: after[n].older for n in before}


@pytest.mark.parametrize("count", SIZES)
def test_one_new_item_changes_the_landing_page_and_at_most_two_others(count: int) -> None:
    before, after = older_pages(count), older_pages(count + 1)
    changed = [number for number in after if after[number] != before.get(number)]
    assert len(changed) <= 2
    assert set(changed) <= set(sorted(after)[-2:])


@pytest.mark.parametrize("count", SIZES)
def test_the_pages_are_linked_to_a_chain(count: int) -> None:
    landing, *rest = paginate(listing(count))
    numbers = [page.number for page in rest]
    assert [landing.older, *(page.older for page in rest)] == [*numbers, None]
    assert [page.newer for page in rest] == [0, *numbers][: len(rest)]
    assert landing.newer is None


@pytest.mark.parametrize(
    ("place", "chosen"),
    [
        (0, (8, 7, 6)),
        (5, (3, 2, 1)),
        (6, (2, 1, 0)),
        (7, (3, 1, 0)),
        (8, (3, 2, 0)),
        (9, (3, 2, 1)),
    ],
)
def test_nearby_items_are_the_next_older_and_newer_ones_fill_up(place: int, chosen: tuple[int, ...]) -> None:
    assert nearby(listing(10), place, 3) == chosen


@pytest.mark.parametrize(("count", "chosen"), [(1, ()), (2, (1,)), (3, (2, 1)), (4, (3, 2, 1))])
def test_a_short_list_gives_what_it_has(count: int, chosen: tuple[int, ...]) -> None:
    assert nearby(listing(count), count - 1, 3) == chosen


@pytest.mark.parametrize("item", range(10))
def test_what_is_nearby_stays_when_something_newer_is_added(item: int) -> None:
    before, after = (nearby(listing(count), listing(count).index(item), 3) for count in (10, 11))
    assert before == after


@pytest.mark.parametrize("size", [0, 1, 3, 20])
@pytest.mark.parametrize("count", [1, 2, 5, 21])
def test_no_item_is_near_itself_and_none_comes_twice(count: int, size: int) -> None:
    members = listing(count)
    for place, item in enumerate(members):
        chosen = nearby(members, place, size)
        assert item not in chosen
        assert len(set(chosen)) == len(chosen) == min(size, count - 1)


def test_a_month_is_a_sheet_of_whole_weeks_from_monday() -> None:
    sheet = month_grid(2026, 2)
    assert (sheet.year, sheet.month) == (2026, 2)
    assert all(len(week) == 7 for week in sheet.weeks)
    assert sheet.weeks[0] == (None,) * 6 + (dt.date(2026, 2, 1),)
    assert [day.day for week in sheet.weeks for day in week if day] == list(range(1, 29))
    assert all(week[0] is None or week[0].weekday() == 0 for week in sheet.weeks)


@pytest.mark.parametrize("length", range(1, 12))
def test_the_surroundings_hold_an_item_its_neighbours_and_what_is_nearby_and_nothing_else(length: int) -> None:
    members = listing(length)
    for place in range(length):
        looked_at = {members[place], *nearby(members, place, 3), *members[max(0, place - 1) : place + 2]}
        assert set(members[surroundings(length, place, 3)]) == looked_at
