"""The further pages of a country's profile: law, authorities, procedures, practice, paper; and countries compared."""
