"""The HTML of a picture: every format and width the browser may choose from, with its size, so that nothing jumps."""

from __future__ import annotations

from typing import Final

from markupsafe import Markup, escape

from newsroom.pictures import Picture

WIDE: Final = "(min-width: 60em) 44rem, 100vw"
"""`sizes` of a picture in the text column."""
THUMBNAIL: Final = "8rem"
"""`sizes` of a picture in a list."""


def picture_html(picture: Picture, base: str, alt: str, sizes: str = WIDE, *, eager: bool = False) -> Markup:
    """A `<picture>`; `base` leads from the page to the site's root. `eager` for the one picture above the fold."""
    widths = picture.widths if sizes != THUMBNAIL else picture.widths[:1]
    shown = widths[min(1, len(widths) - 1)]
    loading = 'fetchpriority="high"' if eager else 'loading="lazy"'
    return Markup(
        f'<picture><source type="image/webp" srcset="{_choices(picture, base, widths, "webp")}" sizes="{sizes}">'
        f'<img src="{base}{picture.rendition(shown, "jpg")}" srcset="{_choices(picture, base, widths, "jpg")}" '
        f'sizes="{sizes}" width="{shown}" height="{picture.height_at(shown)}" {loading} decoding="async" '
        f'alt="{escape(alt)}"></picture>'
    )


def figure_html(picture: Picture, base: str, alt: str, caption: str) -> Markup:
    """A `<figure>` in the text."""
    described = Markup("<figcaption>{}</figcaption>").format(caption) if caption else ""
    return Markup('<figure class="nr-figure">{}{}</figure>').format(picture_html(picture, base, alt), described)


def _choices(picture: Picture, base: str, widths: tuple[int, ...], suffix: str) -> str:
    return ", ".join(f"{base}{picture.rendition(width, suffix)} {width}w" for width in widths)
