"""The report in the county's own words: frozen, and whole from birth.

Things refer to one another by key: a `Ref` knows where it was written, `Report` resolves it.
"""
