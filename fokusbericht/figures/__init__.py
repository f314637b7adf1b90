"""An indicator with its figures: drawn, tabled, compared, said."""
