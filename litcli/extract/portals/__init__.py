"""One small module a portal: it recognises its pages and reads what is particular to them."""
