"""The draft decision of a recommendation, as blocks of a Word file."""
