"""Grouping: members of a list by what they hold, each group in the order of the list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TypeVar

K = TypeVar("K")
L = TypeVar("L")
M = TypeVar("M")


def group(members: Iterable[M], keys: Callable[[M], Iterable[K]]) -> Mapping[K, tuple[M, ...]]:
    """Members by their keys; a member without keys is in no group."""
    groups: defaultdict[K, list[M]] = defaultdict(list)
    for member in members:
        for key in keys(member):
            groups[key].append(member)
    return MappingProxyType({key: tuple(found) for key, found in groups.items()})


def group_by(members: Iterable[M], key: Callable[[M], K]) -> Mapping[K, tuple[M, ...]]:
    """Members by what each of them is or has one of."""
    groups: defaultdict[K, list[M]] = defaultdict(list)
    for member in members:
        groups[key(member)].append(member)
    return MappingProxyType({one: tuple(found) for one, found in groups.items()})


def join_groups(groups: Mapping[K, tuple[M, ...]], key: Callable[[K], L]) -> Mapping[L, tuple[M, ...]]:
    """Groups joined to larger ones by their own keys, in their order."""
    joined: defaultdict[L, list[M]] = defaultdict(list)
    for one, members in groups.items():
        joined[key(one)].extend(members)
    return MappingProxyType({one: tuple(found) for one, found in joined.items()})
