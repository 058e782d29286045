"""The forms in which texts hold tables of cells, one a file; `all_layouts` lists them."""
