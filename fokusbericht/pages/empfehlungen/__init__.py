"""The door „Empfehlungen“."""
