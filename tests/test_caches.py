"""What builds remember: kept under the name of whatever made it, doubted while it is unfinished, dropped when it is gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsroom.body import Body
from newsroom.cache import forget, open_cache
from newsroom.entry import Entry, pack_body
from newsroom.ledger import Ledger
from newsroom.policy import Policy
from newsroom.web_servers import security_headers

URI = "tin-tuc/2026/01/bai.md"
ENTRY = Entry(
    uri=URI,
    signature=(1, 2, 3, 4),
    contents=b"contents",
    drawn=b"drawn",
    answers=(),
    pictures=(),
    warnings=(),
    citations=(),
    card=None,
)
TABLES = "CREATE TABLE IF NOT EXISTS learnt (word TEXT); CREATE TABLE IF NOT EXISTS kept (word TEXT);"


def entries(file: Path, reading: str = "a") -> dict[str, Entry]:
    """What a ledger opened anew knows."""
    ledger = Ledger(file, reading)
    found = ledger.entries()
    ledger.close()
    return found


def test_an_entry_is_doubted_from_its_new_body_until_it_is_written_again(tmp_path: Path) -> None:
    file = tmp_path / "ledger.sqlite"
    ledger = Ledger(file, "a")
    ledger.keep_bodies([(URI, b"", b"")])
    ledger.keep([ENTRY])
    assert entries(file) == {URI: ENTRY}
    ledger.keep_bodies([(URI, b"", b"another")])
    assert entries(file) == {}
    ledger.keep([ENTRY])
    ledger.close()
    assert entries(file) == {URI: ENTRY}


def test_an_entry_that_is_written_again_leaves_all_others_as_they_are(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "ledger.sqlite", "a")
    many = [ENTRY._replace(uri=f"tin-tuc/2026/01/bai-{number}.md") for number in range(300)]
    ledger.keep(many)
    ledger.keep([many[0]._replace(contents=b"other")])
    assert [entry for entry in many if ledger.entries().get(entry.uri) != entry] == many[:1]


def test_what_other_code_learnt_is_not_believed(tmp_path: Path) -> None:
    file = tmp_path / "ledger.sqlite"
    ledger = Ledger(file, "a")
    ledger.keep([ENTRY])
    ledger.close()
    assert entries(file, "a") == {URI: ENTRY}
    assert entries(file, "b") == {}


def test_only_what_depends_on_the_reading_goes_with_it(tmp_path: Path) -> None:
    for reading in ("a", "b"):
        database = open_cache(tmp_path / "x.sqlite", TABLES, reading=reading, read=("learnt",))
        counted = [database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("learnt", "kept")]
        assert counted == ([0, 0] if reading == "a" else [0, 1])
        with database:
            database.execute("INSERT INTO learnt VALUES ('x')")
            database.execute("INSERT INTO kept VALUES ('x')")
        database.close()


def test_a_cache_of_other_tables_is_an_empty_one(tmp_path: Path) -> None:
    file = tmp_path / "x.sqlite"
    database = open_cache(file, "CREATE TABLE IF NOT EXISTS kept (word TEXT);")
    with database:
        database.execute("INSERT INTO kept VALUES ('x')")
    database.close()
    database = open_cache(file, "CREATE TABLE IF NOT EXISTS kept (word TEXT, place INTEGER);")
    assert database.execute("SELECT count(*) FROM kept").fetchone() == (0,)
    with database:
        database.execute("INSERT INTO kept VALUES ('x', 1)")
    database.close()


def test_an_attachment_that_is_gone_is_forgotten_and_one_that_changed_is_not_what_it_was(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "ledger.sqlite", "a")
    seen = {"a.pdf": ((1, 2, 3, 4), b"a", ()), "b.pdf": ((1, 2, 3, 4), b"b", ())}
    ledger.keep_attachments(seen, {})
    assert ledger.attachments() == seen
    left = {"a.pdf": ((5, 6, 7, 8), b"c", ())}
    ledger.keep_attachments(left, seen)
    assert ledger.attachments() == left


def test_of_what_is_forgotten_nothing_is_left(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "ledger.sqlite", "a")
    ledger.keep_bodies([(URI, b"document", pack_body(Body("", "", ())))])
    ledger.keep_run(b"key", b"head", [b"part"])
    assert (ledger.body(URI).html, ledger.run_part(b"key", 0)) == ("", b"part")
    ledger.forget([URI])
    ledger.forget_runs([b"key"])
    with pytest.raises(KeyError):
        ledger.body(URI)
    with pytest.raises(KeyError):
        ledger.run_part(b"key", 0)


def test_forgetting_leaves_what_is_named_and_follows_no_link(tmp_path: Path) -> None:
    caches, elsewhere = tmp_path / "caches", tmp_path / "elsewhere"
    for file in (caches / "lock", caches / "folder/a", caches / "b", elsewhere / "c"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    (caches / "link").symlink_to(elsewhere)
    forget(caches, ("lock",))
    assert [kept.name for kept in caches.iterdir()] == ["lock"]
    assert (elsewhere / "c").exists()
    forget(tmp_path / "absent", ())


@pytest.mark.parametrize("is_secure", [True, False])
def test_only_a_site_with_https_asks_for_nothing_else(is_secure: bool) -> None:
    names = [name for name, _ in security_headers(Policy(()), is_secure=is_secure)]
    assert ("Strict-Transport-Security" in names) is is_secure
