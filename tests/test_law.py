from __future__ import annotations

from pathlib import Path

import pytest
from law import Walk

STEPS = 64
COMPARED_EVERY = 4


@pytest.mark.parametrize("seed", range(8))
def test_an_incremental_build_equals_a_clean_one(seed: int, tmp_path: Path) -> None:
    walk = Walk(tmp_path / "project", seed)
    walk.build()
    for number in range(1, STEPS + 1):
        walk.step()
        if number % COMPARED_EVERY == 0:
            reference = number % (4 * COMPARED_EVERY) == 0
            differing = walk.difference(tmp_path / "twin", reference=reference)
            assert differing == [], (seed, number, reference, walk.steps)
