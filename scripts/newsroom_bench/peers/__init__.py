"""The generators that the benchmark is compared against, each making the same kinds of pages from the same corpus.

Those kinds are fewer than ours; `hugo-alike` makes as many.

`peer` says what a peer does; `installation` and `content` are what the peers share. The files in `skeletons/<name>/`
are a peer's settings and templates; they are copied as they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from newsroom_bench.peers.eleventy import Eleventy
from newsroom_bench.peers.hugo import Hugo, HugoAlike
from newsroom_bench.peers.mkdocs import MkDocs
from newsroom_bench.peers.peer import Peer, PeerMissing
from newsroom_bench.peers.pelican import Pelican

__all__ = ["PEERS", "Peer", "PeerMissing"]

PEERS: Final[Mapping[str, Peer]] = {peer.name: peer for peer in (Hugo(), HugoAlike(), MkDocs(), Pelican(), Eleventy())}
"""By the name that `bench.py --against` takes."""
