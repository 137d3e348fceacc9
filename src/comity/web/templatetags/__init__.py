"""Template tags: the parts of comity.web.components, as pages call them."""
