"""Cases, requests, clocks: the conductor, which alone holds plans, paper and people together."""
