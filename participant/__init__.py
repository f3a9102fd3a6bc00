"""The wing of those who take part: joining, and the one page that a phone shows."""
