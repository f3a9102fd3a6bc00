"""Photos of boards: made small and bare of what a camera tells, in a process of their own that can do little harm."""
