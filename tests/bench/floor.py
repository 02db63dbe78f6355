"""What no program can do without: read each page, hash it, insert one row. `python floor.py FOLDER FILE`."""

import hashlib
import sqlite3
import sys
from pathlib import Path


def main(folder: str, file: str) -> None:
    """Store the files of a folder."""
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE pages (sha256 TEXT PRIMARY KEY, origin TEXT, content BLOB)")
    for path in sorted(Path(folder).iterdir()):
        content = path.read_bytes()
        connection.execute("INSERT INTO pages VALUES (?, ?, ?)", (hashlib.sha256(content).hexdigest(), str(path), content))
    connection.commit()
    connection.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
