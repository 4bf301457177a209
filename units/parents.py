"""主管单位 go upward and end somewhere; computed on plain data."""


def circles(above: dict) -> set:
    """Those who stand, through their parents, under themselves; `above` gives each its own."""
    found, seen = set(), set()
    for place in above:
        path = []
        while place in above and place not in seen:
            seen.add(place)
            path.append(place)
            place = above[place]
        if place in path:
            found.update(path[path.index(place) :])
    return found
