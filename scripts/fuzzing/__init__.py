"""Articles spoilt at random, and what must hold of whatever is read from them."""
