"""What a reference is: its fields, names, dates, identifiers and types. Frozen, typed, and free of any input or output.

Everything above imports from here; nothing here imports from above (`litcli.errors` excepted).
"""
