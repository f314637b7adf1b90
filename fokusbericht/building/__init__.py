"""From planned outputs to a site: templates, assets, recipes, the swap."""
