"""People in the window: the chip that stands for somebody, who one is, and the list of everybody."""
