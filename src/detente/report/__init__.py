"""How it is shown: data for each panel, its figure, the page."""
