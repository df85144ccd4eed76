"""Office files: documents, tables and slides that are ZIP archives inside (ISO/IEC 29500-2, ISO/IEC 26300-3), and what they hide.

Word and its like run what is packed in them and fetch what they name, and keep what was put aside; a reader sees nothing of it.
"""

from typing import Final

from newsroom.office_files.activity import activity_of_office
from newsroom.office_files.leftovers import leftovers_of_office
from newsroom.office_files.words import words_of_office

__all__ = ["ENDINGS", "activity_of_office", "leftovers_of_office", "words_of_office"]

ENDINGS: Final = (".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp")
