"""What may be done to users and their roles: one verb a file, each recorded."""
