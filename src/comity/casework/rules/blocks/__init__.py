"""Parts that several kinds of request share, one a file. A kind puts them in order and says which article asks."""
