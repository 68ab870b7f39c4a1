"""How the records of a WARC file are packed: by gzip, by zstd, plain, or as nothing here reads."""
