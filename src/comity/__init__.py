"""Comity: the open case desk for international and public/private cooperation on cybercrime and e-evidence."""
