"""Static files in production: names with digests, also where one of our modules imports another."""

from django.contrib.staticfiles.storage import HashedFilesMixin
from whitenoise.storage import CompressedManifestStaticFilesStorage

MODULES = "js/offline/*.js"  # libraries import what they do not bring along


class HashedFiles(CompressedManifestStaticFilesStorage):
    support_js_module_import_aggregation = True
    _js_module_import_aggregation_patterns = (
        MODULES,
        HashedFilesMixin._js_module_import_aggregation_patterns[1],
    )
