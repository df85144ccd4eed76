"""An edition: one library with its converted bodies and the templates, ready to be drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from jinja2 import Environment

from newsroom.addresses import base_of
from newsroom.article import Article
from newsroom.body import Body
from newsroom.library import Library
from newsroom.pictures import Picture, inspect
from newsroom.render.cards import Card, card_of
from newsroom.render.head import Head, data_scripts
from newsroom.render.leaf import Leaf

HOME = "./"
"""The menu entry of the front page."""


@dataclass(frozen=True)
class Edition:
    """`bodies` are keyed by the path of their source under docs/."""

    library: Library
    bodies: Mapping[str, Body]
    environment: Environment

    @cached_property
    def cards(self) -> Mapping[str, Card]:
        """The card of every public article, by its address."""
        return {article.url: card_of(article, self.library) for article in self.library.articles}

    def cards_of(self, articles: tuple[Article, ...]) -> tuple[Card, ...]:
        """The cards of some articles, in their order."""
        return tuple(self.cards[article.url] for article in articles)

    @cached_property
    def site_picture(self) -> Picture | None:
        """The picture that stands for the whole site."""
        uri = self.library.settings.picture
        return inspect(self.library.docs, uri) if uri in self.library.files else None

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """Every picture that some page shows."""
        shown = [picture for body in self.bodies.values() for picture in body.pictures]
        shown += [card.picture for card in self.cards.values() if card.picture]
        return (*shown, self.site_picture) if self.site_picture else tuple(shown)

    def head(self, head: Head) -> str:
        """The HTML of a head."""
        settings = self.library.settings
        context = {
            "head": head,
            "picture": head.picture or self.site_picture,
            "scripts": data_scripts(head.data),
            "settings": settings,
            "base": base_of(head.url),
        }
        return self.environment.get_template("head.html").render(context)

    def leaf(self, template: str, head: Head, place: str, **context: object) -> Leaf:
        """A page from one of our templates."""
        settings = self.library.settings
        body = self.environment.get_template(template).render(
            base=base_of(head.url), settings=settings, url=head.url, title=head.title, **context
        )
        title = f"{head.title} – {settings.name}" if head.url else settings.name
        return Leaf(head.url, title, self.head(head), body, place)
