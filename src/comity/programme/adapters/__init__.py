"""What speaks to the outside of the programme office: charts."""
