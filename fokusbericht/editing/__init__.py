"""Commands of editors that write: protect, record, convert, propose."""
