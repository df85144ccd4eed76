"""An edition: one library with what is known of its bodies and the templates, ready to be drawn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from jinja2 import Environment
from markupsafe import Markup

from newsroom.addresses import base_of
from newsroom.body import Body
from newsroom.card import Card
from newsroom.citations import Citations
from newsroom.digests import digest, together
from newsroom.entry import Entry
from newsroom.ledger import Ledger
from newsroom.library import Library, Other
from newsroom.mentions import first_mentions, weave
from newsroom.names import Names
from newsroom.particulars import Particulars
from newsroom.pictures import Picture
from newsroom.related import Bonds
from newsroom.render.head import Head, head_html
from newsroom.render.leaf import Leaf
from newsroom.render.templates import draw

HOME = "./"
"""The menu entry of the front page."""


@dataclass(frozen=True)
class Edition:
    """`entries` are keyed by the path of their source under docs/; bodies and documents are fetched from the ledger.

    `attachments` are the digests of the files that go to readers as they are, by path under docs/.
    """

    library: Library
    citations: Citations
    names: Names
    entries: Mapping[str, Entry]
    ledger: Ledger
    environment: Environment
    attachments: Mapping[str, bytes]

    def body(self, uri: str) -> Body:
        """The converted body of a source."""
        return self.ledger.body(uri)

    def article(self, card: Card) -> tuple[Particulars, Body]:
        """What stands on the page of an article besides its card."""
        return self.ledger.article(card.uri)

    @cached_property
    def _section_names(self) -> Mapping[str, str]:
        return {section.slug: section.name for section in self.library.settings.sections}

    def section_name(self, slug: str) -> str:
        """The name of a section."""
        return self._section_names.get(slug, slug)

    @cached_property
    def bonds(self) -> Bonds:
        """What ties articles together."""
        return Bonds(self.citations, self.names)

    @cached_property
    def site_picture(self) -> Picture | None:
        """The picture that stands for the whole site."""
        uri = self.library.settings.picture.target
        return self.library.book.look(uri) if uri in self.library.files else None

    @cached_property
    def family(self) -> bytes:
        """A digest of every profile: what a profile may say of its relatives."""
        return together(self.drawn(branch) for branch in self.library.branches)

    def linked_body(self, uri: str, url: str) -> Markup:
        """The body of a source for its page at `url`, its citations made links to the register.

        What it takes from there is `citations.known_by`. The HTML is our converter's, which lets none of the text through.
        """
        return self.linked(uri, Markup(self.body(uri).html), url)

    def linked(self, uri: str, html: Markup, url: str) -> Markup:
        """Some HTML of a source, its citations made links."""
        if not self.citations.of(uri):
            return html
        return Markup(weave(html, lambda text: self.citations.links(uri, text), base_of(url), "nr-cited"))

    def named(self, card: Card, html: Markup) -> Markup:
        """The body of an article, the first mention of each page that it names made a link: from `names.mentions` alone."""
        mentions, base = self.names.mentions(card), base_of(card.url)
        if not mentions:
            return html
        linked = [mention.url for mention in mentions if f'href="{base}{mention.url}"' in html]
        return Markup(weave(html, first_mentions(mentions, linked), base, "nr-named"))

    def articles_naming(self, url: str) -> tuple[Card, ...]:
        """Public articles that name what stands at an address, newest first."""
        return self.names.articles.get(url, ())

    def drawn(self, document: Card | Other) -> bytes:
        """A digest of a document with its address and its converted body."""
        if isinstance(document, Card):
            return self.drawn_articles[document.uri]
        entry = self.entries[document.source_file.uri]
        return digest(document.url, entry.contents, entry.drawn)

    @cached_property
    def drawn_articles(self) -> Mapping[str, bytes]:
        """The digests of all articles with their bodies, by their paths. That of a card tells the address, too."""
        return {
            uri: entry.card.digest + entry.contents + entry.drawn for uri, entry in self.entries.items() if entry.card
        }

    @property
    def pictures(self) -> frozenset[Picture]:
        """Every picture that some page shows."""
        addresses = self.library.addresses
        showing = (entry for uri, entry in self.entries.items() if entry.pictures and uri in addresses)
        shown = {picture for entry in showing for picture in entry.pictures}
        return frozenset(shown | {self.site_picture} if self.site_picture else shown)

    def head(self, head: Head) -> str:
        """The HTML of a head."""
        return head_html(head, self.library.settings, head.picture or self.site_picture)

    def leaf(self, template: str, head: Head, place: str, **context: object) -> Leaf:
        """A page from one of our templates.

        Raises ConfigurationError when the template asks for what is not there.
        """
        settings = self.library.settings
        body = draw(
            self.environment,
            template,
            base=base_of(head.url),
            settings=settings,
            url=head.url,
            title=head.title,
            section_name=self.section_name,
            **context,
        )
        title = f"{head.title} – {settings.name}" if head.url else settings.name
        return Leaf(head.url, title, self.head(head), body, place, template=template)


def cards_digest(cards: Iterable[Card]) -> bytes:
    """A digest of some cards, in their order."""
    return together([card.digest for card in cards])
