"""Charts of the minutes, as SVG of our own: the same picture in every format, drawn from what tables tell, too."""
