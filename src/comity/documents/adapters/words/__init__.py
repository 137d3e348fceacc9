"""The words of letters: catalogues as the node reads them and as translators write them."""
