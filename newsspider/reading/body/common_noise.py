"""Classes of boxes within the text that are none on any Indonesian news site, for its tables."""

from typing import Final

NOISE: Final = frozenset((
    "ads", "adsbygoogle", "ad-container", "ads-container", "advertisement", "adv", "banner",
    "iklan", "app-banner", "article-tags", "tags", "breadcrumb", "parallax-ad", "reporter",
    "author", "editor", "time", "video-embed", "social-embed", "image-content", "twitter-tweet",
    "twitter-video", "instagram-media", "tiktok-embed", "fb-post", "fb-video", "reddit-embed",
    "telegram-post", "caption", "caption-img", "img-caption", "figcaption", "paging", "share",
    "share-detail", "sharethis", "social-share", "sosmed", "box-newsletter", "box-subscribe",
    "newsletter", "comment", "komentar", "copy", "terpopuler",
))  # fmt: skip
"""Advertisements, embedded posts, captions, bylines, tags, pagers, share buttons."""

ASIDES: Final = frozenset(("baca-juga", "bacajuga", "read-also", "readalso"))
"""Boxes of links to other articles."""

CLOSING: Final = frozenset(("editor", "paging", "article-tags"))
"""What stands behind the text."""
