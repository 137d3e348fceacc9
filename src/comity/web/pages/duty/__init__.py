"""The duty desk: phone log, test calls, the emergency screen, and the call-back."""
