"""What stands between a browser and the pages: hosts, headers, sizes, rates, sessions, passwords."""
