"""The register of measures, from an idea to the last check years later. Pure, as all rules.

A workshop's board lives a day and is followed live; an entry lives for years and is written by few. So it is a row with
a version and a history, and not a record of a board.
"""
