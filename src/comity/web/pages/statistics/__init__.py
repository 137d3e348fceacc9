"""The statistics: the page, its pictures, and the same figures as files."""
