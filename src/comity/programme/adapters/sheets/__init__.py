"""Files that hold a table, as sheets: CSV and XLSX, within bounds; and templates to fill in."""
