"""The desk: a local web app in which a person reads, traces and decides. It computes nothing that the library does not."""
