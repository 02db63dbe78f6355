"""A page of ours that many tests start from: a portal's page of one article, every part of it stated."""

SHIFTS = """\
Night shifts and the sleep of nurses: a diary study

Maren Holt, Josef Kvam

Research output: Contribution to journalArticlepeer-review

Abstract

Forty nurses kept a sleep diary over eight weeks of rotating shifts. Sleep after a night shift was shorter by two hours, and a
later chronotype softened the loss. Rosters should leave two free days after the last night of a series.

Original languageEnglish
Pages (from-to)101-112
JournalJournal of Shift Work
Volume14
Issue number2
Publication statusPublished - 2019
"""
