"""The pages, a module each: what the store says, put into a template, and the same as JSON under /api."""
