"""The search index: small static files from which the page's script answers a query without a server.

Every document is split into syllables (`tokens`). Keys are mark-free syllables and pairs of neighbours; a posting says in
which document, in which written form (`tokens.form_of`), how weighty and, of a pair, what goes on with it (`tally`). Besides documents the site's own lists are found (`lists`).
Articles stand on a roll (`rolls`) by their digests, in units of 256 by date; what a unit holds is counted once (`counting`)
and kept in the ledger (`runs`). Units in a row make a segment (`segments`), whose postings are merged (`merging`) and cut by
the key's hash into shards (`shards`, `columns`); of the fresh one a sieve tells what it lacks (`sieve`). Cards (`cards`, in
`letters` of one byte) are what a list of results shows. The layout is a function of the archive alone; `plans` names every
file with what it is made of, part by part: a segment at rest is not planned.
"""

from newsroom.search.plans import IndexPart, index_parts

__all__ = ["IndexPart", "index_parts"]
