"""Pages in the words of schema.org, for programs. Says no more than a fact does, and only what that vocabulary can."""
