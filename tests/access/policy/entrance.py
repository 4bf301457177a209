"""入口 of the whole house."""

# 入口: sign-in, health and robots are open, and figures to the address of the monitor, whoever is
# there; everybody finds his own first page, and his page may ask whether he is still signed in.
ENTRANCE = """
READ  home                                  .                 L >> >> > >> >>>>>>>> >  .
READ  livez                                 .                 y yy yy y yy yyyyyyyy y  .
READ  readyz                                .                 y yy yy y yy yyyyyyyy y  .
READ  metrics                               .                 y yy yy y yy yyyyyyyy y  .
READ  robots                                .                 y yy yy y yy yyyyyyyy y  .
ACT   login                                 .                 y yy yy y yy yyyyyyyy y  .
READ  session                               .                 L yy yy y yy yyyyyyyy y  .
POST  logout                                .                 L yy yy y yy yyyyyyyy y  .
ACT   password_change                       .                 L yy yy y yy yyyyyyyy y  .
READ  password_change_done                  .                 L yy yy y yy yyyyyyyy y  .
READ  reports:workbench                     .                 L 33 33 y yy yyyyyyyy 3  .
READ  search                                ?q=Q-             L 33 33 y yy yyyyyyyy 3  .
READ  reports:portal-package                party             L y4 33 3 33 33333333 3  A:found
READ  reports:portal                        .                 L yy 33 3 33 33333333 3  own:found
"""
