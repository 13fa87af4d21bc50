"""Which characters end a line of a text, and which stand before an item of a list."""

LINE_BREAKS = "\n\r\x0b\x0c\x85\u2028\u2029"
BULLETS = "•⁃▪▫■□●○◦‣"
