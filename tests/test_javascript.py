"""The browser's scripts as they are published: ours without comments, those of others untouched."""

from __future__ import annotations

from pathlib import Path

from conftest import ROOT

from newsroom.javascript import without_comments

SOURCE = b"""// @ts-check
/** What it does. */
(() => {
  // Why.

  /** @param {string} text */
  const at = text => text + "//" + /** @type {any} */ (text); // kept: a line's end may be a text's
})();
"""


def test_comments_types_and_indentation_are_left_out() -> None:
    told = without_comments(SOURCE).decode().splitlines()
    assert told[:1] + told[-1:] == ["(() => {", "})();"]
    assert told[1].startswith('const at = text => text + "//" +')
    assert len(told) == 3


def test_a_script_of_others_stays_as_it_is() -> None:
    foreign = SOURCE.removeprefix(b"// @ts-check\n")
    assert without_comments(foreign) == foreign


def test_our_scripts_are_published_smaller(shipped_site: Path) -> None:
    sources = sorted((ROOT / "overrides/assets/javascripts").glob("*.js"))
    assert sources
    for source in sources:
        published = (shipped_site / "assets/javascripts" / source.name).read_bytes()
        assert published == without_comments(source.read_bytes())
        assert len(published) < source.stat().st_size, f"{source.name} does not begin as our scripts do"
        assert b"/**" not in published
        assert all(line.count(b"`") % 2 == 0 for line in published.splitlines()), "a text of several lines"
