"""Charts of the pages: one file a chart. The look they share, and the process that draws, belong to documents."""
