"""Charts as pictures for pages and paper: one look, one process that draws. What a chart shows is defined elsewhere."""
