"""What an archive costs as it grows: `python -m benchmarks.growth`.

An output is filled to 10 thousand, 100 thousand, 1 and 2 million articles (made, not crawled), and
at each size is measured what an article takes to store with its near-duplicate look-up, what a
start takes, and what the commands take that read it: processor seconds and peak memory of a process
each, as a user runs it. Beside them stands what lies on the disk. The figures go to
`benchmarks/growth.tsv`, a row a figure, and from there into a chart by `python -m
benchmarks.charts`.

The two millions take 30 GB and two hours; `--sizes 10000,100000` takes four minutes.
"""
