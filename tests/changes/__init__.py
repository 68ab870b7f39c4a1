"""Changes that real sites and networks make to article pages, and how a reader stands them.

    python -m tests.changes [--seed N] [--group NAME] [--kinds NAME…] [--peers] [--markdown FILE]

A kind of change takes a saved page apart and gives it back as a site would serve it one day: with
its text gone, in another theme, with boxes in the text, with evidence that lies, cut on the wire,
as AMP or print. The truth after it is the saved page's own, or that the text is not there. All
inserted text is ours; a seed draws its wording, names and order.
"""
