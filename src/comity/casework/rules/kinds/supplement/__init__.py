"""Information that supplements a request that was sent."""
