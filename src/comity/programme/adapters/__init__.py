"""Where the programme meets the world outside: drawings, calendars, files."""
