"""The newsroom: reads, checks and draws a site from the Markdown under `docs/`.

How one article travels:
`source.read_source` finds the file, `fences` part it in two, and `front_matter` reads the upper part as nodes;
`Article.from_source` checks each field through its reader and freezes it;
`library.make_library` puts its card beside all others, and the `rules` judge what needs more than one field;
`body.plain_body`, or the converter beside it, turns its Markdown into HTML, links and pictures resolved; `proof.proofread` is all of that at once,
and leaves alone what the `ledger` has on its `shelves` from an earlier build. `recognition.recognise_names` finds whom a text
names.
With a problem anywhere, everything stops here and all problems are told.
`render` draws its page and the lists that name it; `feeds`, `sitemap`, `redirects` and `search` tell machines;
`quires` pass over what lies as it is, `press.print_site` pours all else into the theme's shells and writes what has another key;
`site_check` follows the links of the result, and `publishing` makes it what readers see.

Imports point one way, from later to earlier in that story; a test holds it. MkDocs is known to `scripts/hooks.py` only, and
asked for its `theme` only where what it drew before cannot be used.
"""

import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # numpy sorts and counts here: a pool of threads costs, and hinders forking
