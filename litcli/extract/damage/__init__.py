"""Damaged text: what copying, printing, scanning, mailing and dumping do to a page, undone before it is read.

`mend(page)` returns the page as it was before the damage, and the way back from each of its characters to the raw ones. A page without
damage comes back as it is, after a few quick looks. Each module knows one family of damage: it says what to put in which place, and
does so only where the page shows the damage plainly, since a wrong repair is worse than none.
"""
