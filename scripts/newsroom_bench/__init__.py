"""The parts of the benchmark: laying out an archive, timing whole builds, weighing pages. No part of the site."""
