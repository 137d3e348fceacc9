"""The report's sections, one a file: each has `section(material)`: a Section, or None for nothing to say."""
