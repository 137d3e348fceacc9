"""The programs that draft through the interface while `creating.py` counts."""
