"""What every benchmark needs: a stopwatch, a table, and a line on the machine. Knows nothing of what is measured."""
