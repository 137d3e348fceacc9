"""What may be asked about people. Answers are frozen values, never rows."""
