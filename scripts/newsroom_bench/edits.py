"""What editors, developers and the clock do to the small site of a walk. Each takes the site it changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from newsroom_bench.draft import (
    BRANCHES,
    DOCUMENTS,
    MONTHS,
    PICTURES,
    SECTIONS,
    Draft,
    branch_text,
    citation,
    document_text,
    naming,
    sentence,
    word,
)
from newsroom_bench.small_site import ATTACHMENT, PAGE_FILE, TEMPLATES, THEME_FILES, SmallSite
from newsroom_bench.world import (
    NOMADS,
    OTHER_NAMES,
    PEOPLE,
    PLACES,
    PROGRAMME,
    UNITS,
    programme_text,
    role_lines,
    unit_text,
)

Change = Callable[[SmallSite], None]

_FEWEST: Final = 3
"""Articles that are left when others are deleted."""
_TAKEN_OUT: Final = 0.3
_LAST_DAY: Final = 28
_PUBLIC_MONTHS: Final = (1, 2)
"""Months whose articles are all public, so that they can be linked to."""


def add(site: SmallSite) -> None:
    site.save(Draft.random(site.next_number(), site.chance))


def edit_body(site: SmallSite) -> None:
    draft = site.any_draft()
    draft.paragraphs.append(sentence(site.chance))
    site.save(draft)


def edit_title(site: SmallSite) -> None:
    draft = site.any_draft()
    draft.retitle(f"và {word(site.chance)}")
    site.save(draft)


def edit_section(site: SmallSite) -> None:
    draft = site.any_draft()
    draft.section = site.chance.choice(SECTIONS)
    site.save(draft)


def edit_date(site: SmallSite) -> None:
    draft = site.any_draft()
    draft.day, draft.hour = site.chance.randint(1, _LAST_DAY), site.chance.randint(0, 23)
    site.save(draft)


def edit_alias(site: SmallSite) -> None:
    """Add an old address, or take it away."""
    draft = site.any_draft()
    draft.alias = "" if draft.alias else f"/bai-cu/{site.next_number()}.html"
    site.save(draft)


def edit_figure(site: SmallSite) -> None:
    draft = site.any_draft()
    draft.figure = site.chance.choice(("", *PICTURES))
    site.save(draft)


def rename(site: SmallSite) -> None:
    draft = site.any_draft()
    site.remove(draft)
    draft.slug = f"doi-ten-{site.next_number()}"
    site.save(draft)


def move(site: SmallSite) -> None:
    """To the folder of another month."""
    draft = site.any_draft()
    site.remove(draft)
    draft.month = site.chance.choice([month for month in MONTHS if month != draft.month])
    site.save(draft)


def delete(site: SmallSite) -> None:
    if len(site.drafts) > _FEWEST:
        site.remove(site.any_draft())


def link(site: SmallSite) -> None:
    draft, other = site.any_draft(), site.any_draft()
    if draft is not other and other.month in _PUBLIC_MONTHS:
        draft.link = f"../{other.month:02d}/{other.slug}.md"
        site.save(draft)


def edit_branch(site: SmallSite) -> None:
    slug = site.chance.choice(BRANCHES)
    site.write(f"docs/chi-bo/{slug}.md", branch_text(slug, site.chance.randint(50, 90), role_lines(site.chance)))


def edit_unit(site: SmallSite) -> None:
    """An old name is given a new one, or its use goes on."""
    slug = site.chance.choice(UNITS)
    site.write(f"docs/don-vi/{slug}.md", unit_text(slug, site.chance))


def rename_entity(site: SmallSite) -> None:
    """A unit or branch is called something else from now on, or as before."""
    slug = site.chance.choice((*UNITS, BRANCHES[0]))
    if slug in UNITS:
        name = site.chance.choice(("", OTHER_NAMES[slug]))
        site.write(f"docs/don-vi/{slug}.md", unit_text(slug, site.chance, name))
    else:
        name = site.chance.choice(("", "Chi bộ Thôn Mẫu"))
        site.write(f"docs/chi-bo/{slug}.md", branch_text(slug, 60, role_lines(site.chance), name))


def enter_unit(site: SmallSite) -> None:
    """A unit that nothing depends on is entered, or taken away."""
    file = site.root / "docs/don-vi/xa-hoa-moi.md"
    if file.exists():
        file.unlink()
    else:
        site.write("docs/don-vi/xa-hoa-moi.md", unit_text("xa-hoa-moi", site.chance, "xã Cũ Kỹ Xa"))


def readdress(site: SmallSite) -> None:
    """A document that nothing depends on gets another address, its text stays; the first time it is entered."""
    folder, text = site.chance.choice(list(NOMADS.items()))
    file = next((site.root / "docs" / folder).glob("nay-day-mai-do-*.md"), None)
    path = f"docs/{folder}/nay-day-mai-do-{site.next_number()}.md"
    if file is None:
        site.write(path, text)
    else:
        file.rename(site.root / path)


def edit_programme(site: SmallSite) -> None:
    site.write(f"docs/chuong-trinh/{PROGRAMME}.md", programme_text(site.chance))


def edit_entities(site: SmallSite) -> None:
    """What an article names."""
    draft = site.any_draft()
    draft.place, draft.person = site.chance.choice(PLACES), site.chance.choice(("", *PEOPLE))
    draft.programme = "" if draft.programme else PROGRAMME
    site.save(draft)


def edit_document(site: SmallSite) -> None:
    """An official document is entered, changed, or taken out of the register."""
    number = site.chance.choice(DOCUMENTS)
    path = f"docs/van-ban/so-{number[0]}.md"
    if (site.root / path).exists() and site.chance.random() < _TAKEN_OUT:
        (site.root / path).unlink()
    else:
        site.write(path, document_text(number, site.chance))


def cite(site: SmallSite) -> None:
    draft = site.any_draft()
    draft.paragraphs.append(citation(site.chance))
    site.save(draft)


def name(site: SmallSite) -> None:
    draft = site.any_draft()
    draft.paragraphs.append(naming(site.chance))
    site.save(draft)


def edit_page(site: SmallSite) -> None:
    site.append(PAGE_FILE, f"\n{sentence(site.chance)}\n")


def replace_picture(site: SmallSite) -> None:
    site.draw_picture(site.chance.choice(PICTURES))


def replace_attachment(site: SmallSite) -> None:
    site.write(ATTACHMENT, f"{sentence(site.chance)}\n")


def edit_template(site: SmallSite) -> None:
    site.append(site.chance.choice(TEMPLATES), f"<!-- {site.chance.randrange(1000)} -->\n")


def edit_theme(site: SmallSite) -> None:
    """A template of the theme's, an icon or a style sheet; each takes a comment at its end."""
    name, comment = site.chance.choice(list(THEME_FILES.items()))
    site.append(name, f"{comment.format(site.chance.randrange(1000))}\n")


def edit_config(site: SmallSite) -> None:
    site.configure(site.next_number())


def pass_time(site: SmallSite) -> None:
    """Scheduled articles appear."""
    site.day = min(_LAST_DAY, site.day + site.chance.randint(1, 6))
