"""Times in messy text: dates, times of day and zones in the writings that logs, mails and letters use."""
