"""Law and institutions as dated facts: instruments, powers, authorities. Knows no request and no user."""
