"""The read side of casework: frozen values for pages, within a bounded number of queries. Changes nothing."""
