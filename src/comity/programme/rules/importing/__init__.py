"""What a table may hold before any row of it is kept: columns, readers of cells, every problem by its cell."""
