"""Recognition: the names in every article, found anew only where the text or the table of names is another."""

from __future__ import annotations

from collections.abc import Mapping

from newsroom.bearers import name_table
from newsroom.entry import Entry
from newsroom.ledger import Ledger
from newsroom.library import Library
from newsroom.mentions import Mention, read_aloud, recognise
from newsroom.names import given_in
from newsroom.workers import each


def recognise_names(library: Library, entries: Mapping[str, Entry], ledger: Ledger, jobs: int) -> dict[str, Entry]:
    """Entries with the names that stand in their titles, leads and bodies. The bodies are in the ledger."""
    table = name_table(library)
    stale = [entry for entry in entries.values() if entry.card and entry.named_by != table.digest]

    def look(entry: Entry) -> tuple[Mention, ...]:
        card = entry.card
        assert card
        text = f"{card.full_title}\n{card.lead}\n{read_aloud(ledger.body(entry.uri).html)}"
        return recognise(table, text, given_in(library, card), card.namesakes)

    found = each(look, stale, jobs) if table.bearers else ((),) * len(stale)
    named = {
        entry.uri: entry._replace(names=names, named_by=table.digest) for entry, names in zip(stale, found, strict=True)
    }
    return {**entries, **named}
