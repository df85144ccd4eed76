"""The parts of the benchmark: laying out an archive, timing whole builds, weighing pages, proving the law and the faster
Markdown. No part of the site.
"""
