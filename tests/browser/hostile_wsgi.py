"""The site as if every text field of its database held words that would run as markup."""

from archives_enforcement.wsgi import application
from tests import spoiling

__all__ = ["application"]

HOSTILE = (
    "\"'><b data-hostile onmouseover='window.ran=1'>x</b><img src=x onerror='window.ran=1'>"
    "</textarea></title></option></script><script>window.ran=1</script>"
    "<svg onload='window.ran=1'></svg><a href='javascript:window.ran=1' data-hostile>y</a>"
    "${window.ran=1}{{constructor.constructor('window.ran=1')()}}"
)
spoiling.spoil(HOSTILE)
