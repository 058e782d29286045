"""What a desktop shows of the program: menu entry, icons, file type, man page, completions."""
