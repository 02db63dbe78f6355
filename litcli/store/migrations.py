"""The schema, as the steps that built it. A step that was released is never changed; a new one is added at the end.

Each step runs in a transaction of its own together with the record that it ran. A library that names a step which is not here
was made by a newer litcli.

Three things hold by construction, because the schema itself does them. Every change of a table in `JOURNALED` leaves what
undoes it in `journal` (see `litcli.store.history`), and is refused outside a change. `entry_keys` follows `entries.keys`. What
has to be indexed anew is noted in `stale`. A journaled table has an `id`, because SQLite may renumber rows without one.
"""

from contextlib import closing

from sqlite_utils import Database, Migrations
from sqlite_utils.db import Table

APPLICATION_ID = 0x6C697463
"""Marks the file as ours: "litc"."""

migration = Migrations("litcli")

_JOURNALED_FIRST = ("pages", "entries", "extractions", "edits", "aliases", "tags", "entry_tags", "decisions")
JOURNALED = (*_JOURNALED_FIRST, "taught")

TEXT_COLUMNS = (
    "title",
    "author",
    "container_title",
    "editor",
    "collection_title",
    "translated_title",
    "event_title",
    "keyword",
    "abstract",
    "note",
    "other",
)
"""The columns of the full-text index; a test holds them equal to `litcli.query.searchable.COLUMNS`."""


@migration()
def m001_pages_and_entries(db: Database) -> None:
    """Create what pages give and what a person makes of it."""
    db.executescript("""
        CREATE TABLE pages (
            id INTEGER PRIMARY KEY,
            sha256 TEXT NOT NULL UNIQUE,
            origin TEXT NOT NULL,
            ordinal INTEGER NOT NULL,
            media_type TEXT NOT NULL,
            charset TEXT,
            size INTEGER NOT NULL,
            status TEXT NOT NULL CHECK (status IN ('ok', 'doubtful', 'rejected', 'failed')),
            reason TEXT,
            reader TEXT NOT NULL,
            added TEXT NOT NULL,
            content BLOB NOT NULL
        );
        CREATE INDEX pages_status ON pages (status) WHERE status <> 'ok';

        CREATE TABLE entries (
            id INTEGER PRIMARY KEY,
            citekey TEXT NOT NULL UNIQUE COLLATE NOCASE,
            type TEXT,
            title TEXT,
            issued TEXT,
            first_author TEXT,
            container_title TEXT,
            publisher TEXT,
            doi TEXT,
            pmid TEXT,
            pmcid TEXT,
            arxiv TEXT,
            language TEXT,
            confidence REAL,
            added TEXT NOT NULL,
            modified TEXT NOT NULL,
            trashed TEXT,
            keys TEXT NOT NULL,
            record TEXT NOT NULL
        );

        CREATE TABLE extractions (
            id INTEGER PRIMARY KEY,
            page INTEGER REFERENCES pages (id),
            ordinal INTEGER NOT NULL,
            entry INTEGER REFERENCES entries (id),
            portal TEXT NOT NULL,
            confidence REAL,
            record TEXT NOT NULL,
            evidence TEXT NOT NULL,
            doubts TEXT NOT NULL,
            added TEXT NOT NULL,
            UNIQUE (page, ordinal)
        );
        CREATE INDEX extractions_entry ON extractions (entry);

        CREATE TABLE edits (
            id INTEGER PRIMARY KEY,
            entry INTEGER NOT NULL REFERENCES entries (id),
            field TEXT NOT NULL,
            value TEXT,
            at TEXT NOT NULL,
            UNIQUE (entry, field)
        );

        CREATE TABLE aliases (
            id INTEGER PRIMARY KEY,
            citekey TEXT NOT NULL UNIQUE COLLATE NOCASE,
            entry INTEGER NOT NULL REFERENCES entries (id)
        );
        CREATE INDEX aliases_entry ON aliases (entry);

        CREATE TABLE tags (
            id INTEGER PRIMARY KEY,
            path TEXT NOT NULL,
            folded TEXT NOT NULL UNIQUE
        );

        CREATE TABLE entry_tags (
            id INTEGER PRIMARY KEY,
            entry INTEGER NOT NULL REFERENCES entries (id),
            tag INTEGER NOT NULL REFERENCES tags (id),
            UNIQUE (entry, tag)
        );
        CREATE INDEX entry_tags_tag ON entry_tags (tag);

        CREATE TABLE decisions (
            id INTEGER PRIMARY KEY,
            one INTEGER NOT NULL REFERENCES entries (id),
            other INTEGER NOT NULL REFERENCES entries (id),
            verdict TEXT NOT NULL CHECK (verdict IN ('different', 'version')),
            at TEXT NOT NULL,
            UNIQUE (one, other),
            CHECK (one <> other)
        );
        CREATE INDEX decisions_other ON decisions (other);
    """)


@migration()
def m002_identity_keys(db: Database) -> None:
    """Create the index in which a new record finds the entries that could be its work."""
    db.executescript("""
        CREATE TABLE entry_keys (
            key TEXT NOT NULL,
            entry INTEGER NOT NULL,
            PRIMARY KEY (key, entry)
        ) WITHOUT ROWID;

        CREATE TRIGGER entry_keys_insert AFTER INSERT ON entries BEGIN
            INSERT OR IGNORE INTO entry_keys (key, entry) SELECT value, new.id FROM json_each(new.keys);
        END;
        CREATE TRIGGER entry_keys_update AFTER UPDATE OF keys ON entries WHEN old.keys <> new.keys BEGIN
            DELETE FROM entry_keys WHERE entry = old.id AND key IN (SELECT value FROM json_each(old.keys));
            INSERT OR IGNORE INTO entry_keys (key, entry) SELECT value, new.id FROM json_each(new.keys);
        END;
        CREATE TRIGGER entry_keys_delete AFTER DELETE ON entries BEGIN
            DELETE FROM entry_keys WHERE entry = old.id AND key IN (SELECT value FROM json_each(old.keys));
        END;
    """)


@migration()
def m003_history(db: Database) -> None:
    """Create the history, and let every table write into it what undoes its changes."""
    db.executescript("""
        CREATE TABLE history (
            id INTEGER PRIMARY KEY,
            summary TEXT NOT NULL,
            at TEXT NOT NULL,
            undone INTEGER NOT NULL DEFAULT 0
        );

        CREATE TABLE journal (
            id INTEGER PRIMARY KEY,
            step INTEGER NOT NULL REFERENCES history (id),
            tab TEXT NOT NULL,
            row INTEGER NOT NULL,
            op TEXT NOT NULL,
            image TEXT
        );
        CREATE INDEX journal_step ON journal (step);

        CREATE TABLE open_step (step INTEGER);
    """)
    for table in _JOURNALED_FIRST:
        journal(db, table)


@migration()
def m004_full_text(db: Database) -> None:
    """Create the full-text index; its text comes folded, so that its tokenizer has only to split at spaces."""
    db.execute(f"""
        CREATE VIRTUAL TABLE entries_fts USING fts5 (
            {", ".join(TEXT_COLUMNS)},
            tokenize = "unicode61 remove_diacritics 2"
        )
    """)
    db.executescript("""
        CREATE TABLE stale (entry INTEGER PRIMARY KEY);

        CREATE TRIGGER stale_entry AFTER INSERT ON entries BEGIN
            INSERT OR IGNORE INTO stale VALUES (new.id);
        END;
        CREATE TRIGGER stale_update AFTER UPDATE OF citekey, record ON entries BEGIN
            INSERT OR IGNORE INTO stale VALUES (new.id);
        END;
        CREATE TRIGGER stale_delete AFTER DELETE ON entries BEGIN
            INSERT OR IGNORE INTO stale VALUES (old.id);
        END;
        CREATE TRIGGER stale_alias AFTER INSERT ON aliases BEGIN
            INSERT OR IGNORE INTO stale VALUES (new.entry);
        END;
        CREATE TRIGGER stale_alias_moved AFTER UPDATE ON aliases BEGIN
            INSERT OR IGNORE INTO stale VALUES (old.entry), (new.entry);
        END;
        CREATE TRIGGER stale_alias_gone AFTER DELETE ON aliases BEGIN
            INSERT OR IGNORE INTO stale VALUES (old.entry);
        END;
    """)


@migration()
def m005_taught(db: Database) -> None:
    """Create what the library was taught about kinds of pages, each as the text of a portal file."""
    db.executescript("""
        CREATE TABLE taught (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            toml TEXT NOT NULL,
            at TEXT NOT NULL
        );
    """)
    journal(db, "taught")


@migration()
def m006_reviewed(db: Database) -> None:
    """Let an entry remember which of its states a person has looked through."""
    db.execute("ALTER TABLE entries ADD COLUMN reviewed TEXT")
    journal(db, "entries")


@migration()
def m007_places(db: Database) -> None:
    """Let a page remember where in its input it began, and what was doubtful about taking it out."""
    db.execute("ALTER TABLE pages ADD COLUMN offset INTEGER NOT NULL DEFAULT 0")
    db.execute("ALTER TABLE pages ADD COLUMN doubts TEXT NOT NULL DEFAULT '[]'")
    journal(db, "pages")


@migration()
def m008_passages(db: Database) -> None:
    """Let a record that a file stated remember where it stands there, and as what; find what was stated before at once."""
    for column in ("origin TEXT", "line INTEGER", "format TEXT", "passage BLOB"):
        db.execute(f"ALTER TABLE extractions ADD COLUMN {column}")
    db.execute("CREATE INDEX extractions_stated ON extractions (length(record), substr(record, 1, 120)) WHERE page IS NULL")
    journal(db, "extractions")


@migration()
def m009_auto_exports(db: Database) -> None:
    """Create what is to be written after each change."""
    db.executescript("""
        CREATE TABLE auto_exports (
            id INTEGER PRIMARY KEY,
            path TEXT NOT NULL UNIQUE,
            asked TEXT NOT NULL,
            written TEXT
        );
    """)


def journal(db: Database, table: str) -> None:
    """Let a table's changes be journaled, all its present columns included; a step that adds a column calls this again."""
    columns = Table(db, table).columns
    image = ", ".join(
        f"'{column.name}', " + (f"hex(old.{column.name})" if column.type == "BLOB" else f"old.{column.name}")
        for column in columns
    )
    into = "INSERT INTO journal (step, tab, row, op, image)"
    step = "(SELECT step FROM open_step)"
    db.executescript(f"""
        DROP TRIGGER IF EXISTS {table}_inserted;
        DROP TRIGGER IF EXISTS {table}_updated;
        DROP TRIGGER IF EXISTS {table}_deleted;
        CREATE TRIGGER {table}_inserted AFTER INSERT ON {table} BEGIN
            {into} VALUES ({step}, '{table}', new.id, 'insert', NULL);
        END;
        CREATE TRIGGER {table}_updated AFTER UPDATE ON {table} BEGIN
            {into} VALUES ({step}, '{table}', old.id, 'update', json_object({image}));
        END;
        CREATE TRIGGER {table}_deleted AFTER DELETE ON {table} BEGIN
            {into} VALUES ({step}, '{table}', old.id, 'delete', json_object({image}));
        END;
    """)


def steps() -> frozenset[str]:
    """Return the names of all steps."""
    with closing(Database(memory=True, execute_plugins=False)) as empty:
        return frozenset(step.name for step in migration.pending(empty))
