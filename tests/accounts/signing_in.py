"""Several people at the site at once."""


def signed_in(client, person):
    other = type(client)()
    other.force_login(person)
    return other
