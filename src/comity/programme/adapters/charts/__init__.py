"""How charts of the programme office are drawn, one file a drawing."""
