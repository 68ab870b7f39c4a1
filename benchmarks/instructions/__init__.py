"""What a page and a request cost in instructions, which other work on the machine changes little.

`python -m benchmarks.instructions` (needs valgrind) counts what `extract` executes for a page, and
what lxml's parse of the same bytes does: each is the difference of two runs, one of which passes
over the pages once more. The ratio is the figure: at most 1.7 is the aim. It is taken twice, over
the saved pages and over pages of the simulated site that no cache has seen, as in a crawl.

Then it counts a whole crawl of the simulated site and bare Scrapy on the same pages, a request and
the start: the aim is 0.55 of bare Scrapy's rate, and a start that costs no more than 200 requests.

`--only pages` or `--only crawl` counts one half. `--against CHECKOUT` counts another checkout on
the same pages. `--append` adds the figures to `benchmarks/history.tsv` (`python -m
benchmarks.charts` draws it), and `--bound 1.05` exits with 1 when a figure is more than 5 % dearer
than in the last row that has it.
"""
