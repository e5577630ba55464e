"""The paper side: hand-outs, cards, tables and answer sheets, from the same notebooks and data as the lessons.

Nothing is imported here: the command line reads its arguments from this package without loading the rest of it.
"""
