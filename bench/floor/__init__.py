"""底线: the bare Django list page that every page is measured against."""
