"""Plans and matrices as pages, exports and the command line show them."""
