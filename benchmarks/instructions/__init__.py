"""What reading a page costs in instructions, which other work on the machine does not change.

`python -m benchmarks.instructions` (needs valgrind) counts what `extract` executes for a page, and
what lxml's parse of the same bytes does: each is the difference of two runs, one of which passes
over the pages once more. The ratio is the figure: at most 1.7 is the aim. It is taken twice, over
the saved pages and over pages of the simulated site that no cache has seen, as in a crawl.

`--against CHECKOUT` counts another checkout on the same pages. `--append` adds the figures to
`benchmarks/history.tsv`, and `--bound 1.05` exits with 1 when a ratio is more than 5 % above that
of the last row.
"""
