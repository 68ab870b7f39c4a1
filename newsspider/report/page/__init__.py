"""The report on an archive, as one HTML page: what is counted, and how it is set.

`article_sums`, `ledger_facts` and `run_facts` count, `facts` puts together, `html` sets; all pure.
"""
