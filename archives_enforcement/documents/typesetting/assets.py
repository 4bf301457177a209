"""What a page may show beside text: pictures the engine itself put on the list, nothing else."""

import base64
from functools import reduce
from io import BytesIO

from PIL import Image, ImageChops, ImageOps
from weasyprint.urls import URLFetcher, URLFetcherResponse

from archives_enforcement.documents.typesetting.errors import TypesettingError

FORMATS = ("PNG", "JPEG")
MOST_PIXELS = 50_000_000
PRINT_PIXELS = (2000, 2000)  # 300 dpi on the width of the page
STAMP_PIXELS = (1000, 1000)  # 600 dpi on 42 mm
SVG_TYPE, JPEG_TYPE, PNG_TYPE = "image/svg+xml", "image/jpeg", "image/png"


class Assets(URLFetcher):
    """Pictures of one document under addresses of the form `asset:name`.

    Every other address is refused and stops the typesetting: no file, no network, no data URL.
    """

    def __init__(self):
        super().__init__(fail_on_errors=True)
        self._held = {}

    def add(self, name, mime, data):
        """Keep `data` and return the address to use in the page."""
        address = f"asset:{name}"
        self._held[address] = (mime, data)
        return address

    def add_drawing(self, name, svg):
        """Keep an SVG drawing of the engine."""
        return self.add(name, SVG_TYPE, svg.encode())

    def add_photo(self, name, encoded, *, keep_lines=False):
        """Keep a picture given as base64 text, redrawn as plain RGB of printable size.

        `keep_lines` stores it without loss, for signatures. Raises TypesettingError when the
        text is not a PNG or JPEG picture.
        """
        picture = _open(encoded)
        picture.thumbnail(PRINT_PIXELS)
        out = BytesIO()
        if keep_lines:
            picture.save(out, "PNG")
            return self.add(name, PNG_TYPE, out.getvalue())
        picture.save(out, "JPEG", quality=85)
        return self.add(name, JPEG_TYPE, out.getvalue())

    def add_stamp(self, name, encoded):
        """Keep the picture of a seal, without its paper: what is white lets the words show."""
        picture = _open(encoded)
        picture.thumbnail(STAMP_PIXELS)
        ink = ImageChops.invert(reduce(ImageChops.darker, picture.split()))
        picture.putalpha(ink)
        out = BytesIO()
        picture.save(out, "PNG")
        return self.add(name, PNG_TYPE, out.getvalue())

    def fetch(self, url, headers=None):
        """Return the asset at `url`; anything else is an error that ends the typesetting."""
        if url not in self._held:
            raise ValueError(f"refused address: {url[:80]}")
        mime, data = self._held[url]
        return URLFetcherResponse(url, data, {"Content-Type": mime})


def _open(encoded):
    try:
        picture = Image.open(BytesIO(base64.b64decode(encoded, validate=True)), formats=FORMATS)
        if picture.width * picture.height > MOST_PIXELS:
            raise TypesettingError("图片过大（超过五千万像素），请缩小后重新上传。")
        picture = ImageOps.exif_transpose(picture)
        if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
            picture = picture.convert("RGBA")
            paper = Image.new("RGBA", picture.size, "white")
            return Image.alpha_composite(paper, picture).convert("RGB")
        return picture.convert("RGB")
    except (ValueError, OSError, Image.DecompressionBombError) as error:
        raise TypesettingError("图片无法读取：只接受完好的 PNG 或 JPEG 图片。") from error
