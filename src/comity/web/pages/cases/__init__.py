"""Cases: the list, one case, opening one."""
