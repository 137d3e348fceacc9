"""Pages of the programme office: projects, results, activities, people at events, money, papers."""
