"""Settings of the Pelican site; read by Pelican only."""

SITENAME = "Tin tức"
SITEURL = "https://tin.example"
TIMEZONE = "Asia/Ho_Chi_Minh"

PATH = "content"
STATIC_PATHS: list[str] = []
THEME = "theme"
DELETE_OUTPUT_DIRECTORY = True

ARTICLE_URL = "tin-tuc/{date:%Y}/{date:%m}/{slug}/"
ARTICLE_SAVE_AS = f"{ARTICLE_URL}index.html"
CATEGORY_URL = "chuyen-muc/{slug}/"
CATEGORY_SAVE_AS = f"{CATEGORY_URL}index.html"
MONTH_ARCHIVE_URL = "luu-tru/{date:%Y-%m}/"
MONTH_ARCHIVE_SAVE_AS = f"{MONTH_ARCHIVE_URL}index.html"
AUTHOR_SAVE_AS = ""
TAG_SAVE_AS = ""
DIRECT_TEMPLATES = ["index"]

DEFAULT_PAGINATION = 20
PAGINATED_TEMPLATES = {"category": None}
PAGINATION_PATTERNS = (
    (1, "{base_name}/", "{base_name}/index.html"),
    (2, "{base_name}/trang/{number}/", "{base_name}/trang/{number}/index.html"),
)

FEED_ALL_ATOM = "feed.xml"
FEED_MAX_ITEMS = 20
CATEGORY_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
TRANSLATION_FEED_ATOM = None

PLUGINS = ["sitemap"]
SITEMAP = {"format": "xml"}

MARKDOWN = {"extensions": ["meta", "fenced_code", "footnotes", "tables"], "output_format": "html"}
FORMATTED_FIELDS: list[str] = []
"""A lead is plain text: no Markdown to convert."""
