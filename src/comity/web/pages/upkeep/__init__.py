"""Pages of keeping the atlas true: proposals, reports of errors, owners, histories."""
