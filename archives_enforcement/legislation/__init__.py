"""Laws, their versions and articles, each with the dates between which it may be cited."""
