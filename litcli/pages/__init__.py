"""From bytes to `Page`: inputs, decoding, HTML to lines, and one input cut into several pages."""
