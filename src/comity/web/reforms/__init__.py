"""What the pages of reforms are made of: reading the address, tiles, and the chart."""
