"""Pictures: every one is offered upright, small, in two formats, and tells nothing of who took it where."""

from __future__ import annotations

import io
import os
import re
import shutil
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote

import pytest
from built_pages import Element, pages_of, read_page
from conftest import Project, article_text, faults_of, make_project, open_project
from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo
from test_library import proof_of

from newsroom.codes import Code

RED: Final = (200, 30, 30)
BLUE: Final = (30, 30, 200)
WHITE: Final = (255, 255, 255)
_GPS: Final = 0x8825
_ORIENTATION: Final = 0x0112
_MAKE: Final = 0x010F
RENDITION: Final = re.compile(r"(?P<stem>.+)-[0-9a-f]{10}-(?P<width>\d+)\.(?P<suffix>webp|jpg)")


def encoded(image: Image.Image, kind: str, **options: Any) -> bytes:
    data = io.BytesIO()
    image.save(data, kind, **options)
    return data.getvalue()


def halves(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """Red above, blue below."""
    image = Image.new("RGB", (width, height), BLUE)
    ImageDraw.Draw(image).rectangle((0, 0, width, height // 2 - 1), fill=RED)
    return image.convert(mode)


def photo(width: int = 1600, height: int = 900) -> bytes:
    return encoded(halves(width, height), "JPEG")


def as_phones_write_it(orientation: int, width: int, height: int) -> bytes:
    """A photo of halves(width, height) as a phone held sideways stores it, with where and what took it."""
    undo = {
        1: None,
        3: Image.Transpose.ROTATE_180,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    turn = undo[orientation]
    stored = halves(width, height).transpose(turn) if turn is not None else halves(width, height)
    exif = Image.Exif()
    exif[_ORIENTATION] = orientation
    exif[_MAKE] = "Dien thoai mau"
    exif.get_ifd(_GPS).update({1: "N", 2: (20.0, 26.0, 0.0), 3: "E", 4: (106.0, 31.0, 0.0)})
    return encoded(stored, "JPEG", exif=exif, comment=b"nha rieng", icc_profile=b"ho so mau")


def write_article(project: Project, picture: bytes, name: str = "anh.jpg", slug: str = "bai-thu") -> None:
    image = f'{{file: "{name}", alt: "Nửa trên đỏ, nửa dưới xanh", credit: "Người Chụp Thử"}}'
    project.write(f"docs/tin-tuc/2026/01/{slug}.md", article_text(image=image))
    project.write(f"docs/tin-tuc/2026/01/{name}", picture)


def build(project: Project) -> Path:
    run = project.build()
    assert run.status == 0, run.err
    return project.root / "site"


def renditions(site: Path, stem: str = "anh") -> dict[str, Image.Image]:
    """Every rendition of the picture of that name, by width and format: "480.webp"."""
    found: dict[str, Image.Image] = {}
    for file in sorted((site / "anh-bai").iterdir()):
        match = RENDITION.fullmatch(file.name)
        assert match, file.name
        if match["stem"] != stem:
            continue
        with Image.open(file) as image:
            assert image.format == {"webp": "WEBP", "jpg": "JPEG"}[match["suffix"]]
            image.load()
            found[f"{match['width']}.{match['suffix']}"] = image
    return found


def is_near(seen: object, meant: tuple[int, int, int]) -> bool:
    assert isinstance(seen, tuple)
    return all(abs(one - other) < 40 for one, other in zip(seen, meant, strict=True))


def colours(image: Image.Image) -> tuple[object, object]:
    """The colours near the top and near the bottom."""
    return image.getpixel((image.width // 2, 2)), image.getpixel((image.width // 2, image.height - 3))


def shows_halves(image: Image.Image) -> bool:
    above, below = colours(image)
    return is_near(above, RED) and is_near(below, BLUE)


WIDTHS: Final = {
    2000: [480, 960, 1440],
    1441: [480, 960, 1440],
    1440: [480, 960, 1440],
    960: [480, 960],
    800: [480],
    480: [480],
    300: [300],
}
ORIENTATIONS: Final = [1, 3, 5, 6, 7, 8]
KINDS: Final = ["cmyk", "alpha", "palette", "webp", "png-named-jpg"]
GREYS: Final = {"l": 200, "i16": 200, "bit": 255}
CLEAR: Final = ["clear-rgba", "clear-la", "clear-palette"]


def gallery() -> dict[str, bytes]:
    """A picture of every kind, by file name."""
    clear = Image.new("RGBA", (600, 400), (0, 0, 0, 0))
    no_such_orientation = Image.Exif()
    no_such_orientation[_ORIENTATION] = 9
    return {
        **{f"wide-{width}.jpg": photo(width, width // 2) for width in WIDTHS},
        **{f"turned-{number}.jpg": as_phones_write_it(number, 600, 900) for number in ORIENTATIONS},
        "turned-9.jpg": encoded(halves(960, 480), "JPEG", exif=no_such_orientation),
        "thin.png": encoded(Image.new("RGB", (1500, 1), RED), "PNG"),
        "cmyk.jpeg": encoded(halves(600, 400, "CMYK"), "JPEG"),
        "alpha.png": encoded(halves(600, 400, "RGBA"), "PNG"),
        "palette.png": encoded(halves(600, 400).quantize(4), "PNG"),
        "webp.webp": encoded(halves(600, 400), "WEBP", lossless=True),
        "png-named-jpg.JPG": encoded(halves(600, 400), "PNG"),
        "l.png": encoded(Image.new("L", (600, 400), 200), "PNG"),
        "i16.png": encoded(Image.new("I;16", (600, 400), 200 * 257), "PNG"),
        "bit.png": encoded(Image.new("1", (600, 400), 1), "PNG"),
        "clear-rgba.png": encoded(clear, "PNG"),
        "clear-la.png": encoded(clear.convert("LA"), "PNG"),
        "clear-palette.png": encoded(clear.quantize(2), "PNG", transparency=0),
    }


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory, opened_theme: Path) -> Path:
    """A site whose articles show the gallery."""
    project = open_project(tmp_path_factory.mktemp("gallery") / "project", opened_theme)
    for name, picture in gallery().items():
        write_article(project, picture, name, slug=Path(name).stem)
    return build(project)


@pytest.mark.parametrize(("width", "offered"), WIDTHS.items())
def test_a_picture_is_offered_in_both_formats_at_every_width_it_has(
    shown: Path, width: int, offered: list[int]
) -> None:
    sizes = {name: image.size for name, image in renditions(shown, f"wide-{width}").items()}
    assert sizes == {f"{size}.{suffix}": (size, size // 2) for size in offered for suffix in ("webp", "jpg")}


@pytest.mark.parametrize("orientation", ORIENTATIONS)
def test_a_photo_taken_sideways_stands_upright(shown: Path, orientation: int) -> None:
    made = renditions(shown, f"turned-{orientation}")
    assert {image.size for image in made.values()} == {(480, 720)}
    assert [name for name, image in made.items() if not shows_halves(image)] == []
    drawn = read_page(shown / f"tin-tuc/2026/01/turned-{orientation}/index.html").one("article").one("img")
    assert (drawn["width"], drawn["height"]) == ("480", "720")


def test_a_picture_as_thin_as_a_thread_is_drawn(shown: Path) -> None:
    sizes = {image.size for image in renditions(shown, "thin").values()}
    assert sizes == {(480, 1), (960, 1), (1440, 1)}


def test_an_orientation_that_does_not_exist_is_not_followed(shown: Path) -> None:
    assert renditions(shown, "turned-9")["480.jpg"].size == (480, 240)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_picture_keeps_its_colours(shown: Path, kind: str) -> None:
    made = renditions(shown, kind)
    assert sorted(made) == ["480.jpg", "480.webp"]
    assert [name for name, image in made.items() if not shows_halves(image) or image.mode != "RGB"] == []


@pytest.mark.parametrize(("kind", "light"), GREYS.items())
def test_a_grey_scan_keeps_its_light(shown: Path, kind: str, light: int) -> None:
    made = renditions(shown, kind)
    assert sorted(made) == ["480.jpg", "480.webp"]
    assert [name for name, image in made.items() if not is_near(colours(image)[0], (light, light, light))] == []


@pytest.mark.parametrize("kind", CLEAR)
def test_what_is_transparent_becomes_paper_and_not_ink(shown: Path, kind: str) -> None:
    made = renditions(shown, kind)
    assert sorted(made) == ["480.jpg", "480.webp"]
    assert [name for name, drawn in made.items() if not is_near(colours(drawn)[0], WHITE)] == []


def test_a_rendition_tells_nothing_of_who_took_it_where(shown: Path) -> None:
    original = gallery()["turned-6.jpg"]
    traces = (b"Exif", b"Dien thoai", b"nha rieng", b"ho so mau")
    assert all(trace in original for trace in traces)
    for image in renditions(shown, "turned-6").values():
        assert dict(image.getexif()) == {}
        assert not {"exif", "comment", "icc_profile", "xmp", "photoshop"} & image.info.keys()
    told = [file for file in (shown / "anh-bai").iterdir() if any(trace in file.read_bytes() for trace in traces)]
    assert told == []


def test_text_written_into_a_png_does_not_reach_the_site(project: Project) -> None:
    note = PngInfo()
    note.add_text("Comment", "nha rieng")
    note.add_itxt("XML:com.adobe.xmp", "<x>nha rieng</x>")
    write_article(project, encoded(halves(600, 400), "PNG", pnginfo=note), "anh.png")
    site = build(project)
    assert [file for file in (site / "anh-bai").iterdir() if b"nha rieng" in file.read_bytes()] == []


def test_no_picture_of_the_shipped_site_carries_metadata(shipped_site: Path) -> None:
    files = sorted((shipped_site / "anh-bai").iterdir())
    assert len(files) > 20
    told = []
    for file in files:
        with Image.open(file) as image:
            image.load()
            if dict(image.getexif()) or {"exif", "comment", "icc_profile", "xmp"} & image.info.keys():
                told.append(file.name)
    assert told == []


def test_no_original_picture_is_published(shipped_site: Path) -> None:
    pictures = [file for file in shipped_site.rglob("*") if file.suffix in (".jpg", ".jpeg", ".png", ".webp")]
    assert {file.parent.relative_to(shipped_site).parts[0] for file in pictures} <= {"anh-bai", "assets"}
    assert not (shipped_site / "anh").exists()


@pytest.mark.parametrize(
    ("name", "picture", "told"),
    [
        ("anh.jpg", encoded(Image.new("1", (8_000, 6_251)), "PNG"), "quá lớn (8000×6251)"),
        ("anh.JPG", encoded(halves(600, 400), "GIF"), "không mở được ảnh"),
    ],
    ids=["of more than fifty million pixels", "of another kind"],
)
def test_a_picture_that_is_not_taken_is_told(project: Project, name: str, picture: bytes, told: str) -> None:
    write_article(project, picture, name)
    (problem,) = proof_of(project).problems
    assert (problem.code, told in problem.message) == (Code.BAD_PICTURE, True)


def test_a_picture_cut_off_in_the_middle_is_a_problem(project: Project) -> None:
    whole = photo()
    write_article(project, whole[: len(whole) // 2])
    run = project.build()
    assert run.status == 1, run.err
    assert "docs/tin-tuc/2026/01/bai-thu.md:7:" in run.err
    assert "anh-hong" in run.err


@pytest.mark.parametrize(("width", "height"), [(600, 22_000), (1, 65_000), (480, 16_384)])
def test_a_picture_too_tall_for_its_width_is_a_problem_and_no_fault_of_ours(
    project: Project, width: int, height: int
) -> None:
    write_article(project, encoded(Image.new("L", (width, height), 200), "PNG"), "anh.png")
    run = project.build()
    assert run.status == 1, run.err
    assert "docs/tin-tuc/2026/01/bai-thu.md:7:" in run.err
    assert f"anh-hong: ảnh “tin-tuc/2026/01/anh.png” quá cao so với bề ngang ({width}×{height})" in run.err


def test_the_tallest_picture_that_can_be_drawn_is_taken(project: Project) -> None:
    write_article(project, encoded(Image.new("L", (480, 16_383), 200), "PNG"), "anh.png")
    assert {image.size for image in renditions(build(project)).values()} == {(480, 16_383)}


NAMES: Final = ["anh họp 1.jpg", "Ảnh.JPG", "a,b.jpg", "a(1).jpg"]


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory, opened_theme: Path) -> Path:
    """A site whose pictures are called what people call pictures."""
    project = open_project(tmp_path_factory.mktemp("names") / "project", opened_theme)
    for number, name in enumerate(NAMES):
        write_article(project, photo(1000, 500 + number), name, slug=f"bai-{number}")
    return build(project)


@pytest.mark.parametrize("number", range(len(NAMES)), ids=NAMES)
def test_a_picture_is_found_on_the_site_whatever_its_file_is_called(named: Path, number: int) -> None:
    picture = read_page(named / f"tin-tuc/2026/01/bai-{number}/index.html").one("article").one("picture")
    choices = [choice.split() for part in picture.all("", "srcset") for choice in part["srcset"].split(", ")]
    assert [choice[1:] for choice in choices] == [["480w"], ["960w"]] * 2
    addresses = [choice[0] for choice in choices]
    assert [
        address for address in addresses if not re.fullmatch(r"[!-~]+", address) or set(address) & set('"#?<>')
    ] == []
    files = {file.name for file in (named / "anh-bai").iterdir()}
    assert [address for address in addresses if unquote(Path(address).name) not in files] == []


def test_no_page_with_oddly_named_pictures_has_a_fault(named: Path) -> None:
    assert faults_of(named) == []


def test_every_picture_on_every_page_says_the_size_of_the_file_it_shows(shipped_site: Path) -> None:
    sizes = {
        ((shipped_site / address / image["src"]).resolve(), int(image["width"]), int(image["height"]))
        for address, page in pages_of(shipped_site).items()
        for image in page.one("main").all("img")
        if address != "404.html"
    }
    assert len(sizes) > 20
    assert [place for place in sizes if size_of(place[0]) != place[1:]] == []


def size_of(file: Path) -> tuple[int, int]:
    with Image.open(file) as image:
        return image.size


def test_every_choice_of_a_picture_says_its_true_width(shipped_site: Path) -> None:
    choices = {
        ((shipped_site / address / name).resolve(), int(width.removesuffix("w")))
        for address, page in pages_of(shipped_site).items()
        for element in page.one("main").all("", "srcset")
        for name, width in (choice.split() for choice in element["srcset"].split(", "))
    }
    assert len(choices) > 40
    assert [file for file, width in choices if size_of(file)[0] != width] == []


def test_a_picture_is_offered_as_webp_first_and_as_jpeg_to_the_rest(project: Project) -> None:
    write_article(project, photo())
    article = read_page(build(project) / "tin-tuc/2026/01/bai-thu/index.html").one("article")
    picture = article.one("picture")
    assert [child.tag for child in picture.children if isinstance(child, Element)] == ["source", "img"]
    assert picture.one("source")["type"] == "image/webp"
    assert picture.one("source")["srcset"].count(".webp ") == 3
    assert picture.one("img")["srcset"].count(".jpg ") == 3
    assert picture.one("img")["src"].endswith(".jpg")


def test_only_the_lead_picture_is_fetched_at_once(project: Project) -> None:
    write_article(project, photo())
    article = project.root / "docs/tin-tuc/2026/01/bai-thu.md"
    article.write_text(f"{article.read_text(encoding='utf-8')}\n![Nửa đỏ và nửa xanh](anh.jpg)\n", encoding="utf-8")
    lead, second = read_page(build(project) / "tin-tuc/2026/01/bai-thu/index.html").one("article").all("img")
    assert (lead.attributes.get("fetchpriority"), lead.attributes.get("loading")) == ("high", None)
    assert second["loading"] == "lazy"


@pytest.fixture
def built(project: Project) -> Project:
    write_article(project, photo(600, 400), "anh.JPG")
    build(project)
    return project


def cached(project: Project) -> dict[str, int]:
    """The encoded pictures kept for the next build, each with a checksum beside it, and the times they were made."""
    return {file.name: file.stat().st_mtime_ns for file in (project.root / ".cache/pictures").glob("*/*")}


def test_an_unchanged_picture_is_not_encoded_again(built: Project) -> None:
    before = cached(built)
    assert {Path(name).suffix for name in before} == {".jpg", ".webp", ".crc"}
    assert len(before) == 4
    built.write("docs/tin-tuc/2026/01/bai-khac.md", article_text("Một bài khác được thêm vào"))
    (built.root / "docs/tin-tuc/2026/01/anh.JPG").touch()
    build(built)
    assert cached(built) == before


def test_a_changed_picture_gets_new_addresses(built: Project) -> None:
    before = {file.name for file in (built.root / "site/anh-bai").iterdir()}
    built.write("docs/tin-tuc/2026/01/anh.JPG", encoded(halves(600, 400).rotate(180), "JPEG"))
    after = {file.name for file in (build(built) / "anh-bai").iterdir()}
    assert len(before) == len(after) == 2
    assert not before & after


def test_the_picture_of_the_site_is_told_by_every_page_as_it_is_now(project: Project) -> None:
    config = (project.root / "mkdocs.yml").read_text(encoding="utf-8")
    project.write("mkdocs.yml", config.replace("kind: internal", "kind: internal\n    picture: chung.jpg"))
    project.write("docs/tin-tuc/2026/01/bai.md", article_text())
    for picture in (photo(600, 400), encoded(halves(600, 400).rotate(180), "JPEG")):
        project.write("docs/chung.jpg", picture)
        site = build(project)
        pages = "".join(file.read_text(encoding="utf-8") for file in site.rglob("*.html"))
        told = set(re.findall(r'"og:image" content="https://thu.example/([^"]*)"', pages))
        assert [(site / file).is_file() for file in told] == [True]


def test_a_lost_cache_is_made_again_with_the_same_bytes(built: Project) -> None:
    site = built.root / "site/anh-bai"
    before = {file.name: file.read_bytes() for file in site.iterdir()}
    shutil.rmtree(built.root / ".cache/pictures")
    build(built)
    assert {file.name: file.read_bytes() for file in site.iterdir()} == before


def test_a_kept_picture_that_a_full_disk_left_empty_is_made_again(built: Project) -> None:
    site = built.root / "site/anh-bai"
    before = {file.name: file.read_bytes() for file in site.iterdir()}
    shutil.rmtree(site)
    for file in (built.root / ".cache/pictures").glob("*/*"):
        os.truncate(file, 0)
    build(built)
    assert {file.name: file.read_bytes() for file in site.iterdir()} == before


def test_a_picture_that_no_page_shows_is_not_on_the_site(built: Project) -> None:
    built.write("docs/tin-tuc/2026/01/thua.jpg", photo(700, 500))
    assert not [file for file in (build(built) / "anh-bai").iterdir() if file.name.startswith("thua")]


def test_a_picture_under_the_ending_of_another_kind_is_told_once_no_text_shows_it(project: Project) -> None:
    write_article(project, encoded(halves(600, 400), "PNG"))
    build(project)
    project.write("docs/tin-tuc/2026/01/bai-thu.md", article_text())
    run = project.build()
    assert (run.status, "anh.jpg:1:1: loai-tep-cam" in run.err) == (1, True)
    assert run == project.build("--clean")


def test_one_picture_of_two_articles_is_written_once(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    image = '{file: "../../../anh/chung.jpg", alt: "Nửa trên đỏ, nửa dưới xanh", credit: "Người Chụp Thử"}'
    for name in ("mot", "hai"):
        project.write(f"docs/tin-tuc/2026/01/{name}.md", article_text(f"Bài {name} dùng chung ảnh", image=image))
    project.write("docs/anh/chung.jpg", photo(700, 500))
    assert sorted(renditions(build(project), "chung")) == ["480.jpg", "480.webp"]
