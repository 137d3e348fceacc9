"""Letters as text documents, for those who must edit them."""
