"""The pages. They read through queries and write through actions."""
