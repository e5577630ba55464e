# The book's settings. `course site` fills a folder with pages, lays these settings beside them and runs Sphinx on it.
from helpers.language import RIGHT_TO_LEFT

project = "Resolution 53/137"
html_title = "Resolution 53/137, an interactive course"
author = "The Resolution 53/137 course authors"
language = "en"
extensions = ["myst_nb"]
exclude_patterns = ["templates", "static", "extra"]

# Lessons are read here and never run. Their committed outputs are still HTML.
nb_execution_mode = "off"
nb_ipywidgets_js = {}
# The words of the resolution stand as printed, its straight quotation marks included.
smartquotes = False
highlight_language = "none"
myst_enable_extensions = ["attrs_block"]
myst_heading_anchors = 3

# Sphinx's own bare theme with one page template and one stylesheet of ours; README.md says why.
html_theme = "basic"
templates_path = ["templates"]
html_static_path = ["static"]
html_css_files = ["course.css", "book.css"]
html_js_files = ["book.js"]
html_favicon = "static/icon.svg"
html_extra_path = ["extra"]
html_additional_pages = {"404": "404.html"}
html_permalinks = False
html_context = {"right_to_left": sorted(RIGHT_TO_LEFT)}
html_show_sourcelink = False
html_copy_source = False
html_use_index = False
