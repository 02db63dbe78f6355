"""From `Page` to `Extraction`: which values a page states, and where.

Reading a page is a pure function of its text, so it runs in a worker process. `litcli.extract.engine.read` is the door.
"""
