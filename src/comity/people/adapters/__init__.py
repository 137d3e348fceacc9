"""What people touch of the outside: the libraries that hash passwords and limit sign-ins, set to our needs."""
