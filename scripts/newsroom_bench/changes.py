"""Every change that a walk may make to its small site."""

from __future__ import annotations

from typing import Final

from newsroom_bench import accidents, edits
from newsroom_bench.edits import Change

_COMMON: Final[tuple[Change, ...]] = (
    edits.add,
    edits.cite,
    edits.edit_body,
    edits.edit_title,
    edits.edit_date,
    edits.edit_section,
    edits.edit_unit,
    edits.delete,
    edits.name,
    edits.rename,
    edits.move,
    accidents.kill,
    accidents.kill_and_revert,
)
_SELDOM: Final[tuple[Change, ...]] = (
    edits.edit_alias,
    edits.edit_branch,
    edits.edit_document,
    edits.edit_entities,
    edits.edit_figure,
    edits.edit_page,
    edits.edit_programme,
    edits.enter_unit,
    accidents.lose_a_line,
    edits.link,
    edits.pass_time,
    edits.readdress,
    edits.rename_entity,
    edits.replace_attachment,
    edits.replace_picture,
)
_RARE: Final[tuple[Change, ...]] = (
    accidents.break_a_link,
    edits.edit_config,
    edits.edit_template,
    edits.edit_theme,
    accidents.hide_a_misnamed_picture,
    accidents.lose_cache,
    accidents.lose_site,
    accidents.make_a_mistake,
    accidents.misspell_a_field,
    accidents.replace_meanwhile,
    accidents.restore_older_site,
    accidents.touch_everything,
    accidents.try_other_versions,
)
CHANGES: Final[dict[Change, int]] = {
    **dict.fromkeys(_COMMON, 4),
    **dict.fromkeys(_SELDOM, 2),
    **dict.fromkeys(_RARE, 1),
}
"""Every change and how often it comes."""
