"""消息."""

# 消息: each has his own.
MESSAGES = """
READ  notifications:message-list            .                 L yy yy y yy yyyyyyyy y  my:msg
POST  notifications:message-read-all        .                 L yy yy y yy yyyyyyyy y  .
POST  notifications:message-open            message           L y4 44 4 44 44444444 4  .
"""
