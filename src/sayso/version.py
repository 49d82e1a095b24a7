"""The version of this package, in one place; a literal, because asking the installed metadata takes 40 ms."""

VERSION = "0.1.0"
