"""Where documents, readings and judgements are kept, and claims are found again. Open one with `opening.open_store`."""
