"""What people do with cases and requests, one verb a file: check, change, record, in one transaction."""
