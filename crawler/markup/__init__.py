"""HTML before anything is known of it: bytes → text → tree, and selectors over the tree."""
