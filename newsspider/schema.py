"""The JSON Schema of the record, from the dataclass: `python -m newsspider.schema > docs/…`.

`make check` fails while `docs/article.schema.json` differs from what this prints.
"""

import json
import sys
from dataclasses import fields
from typing import Any, Final

import msgspec

from newsspider.items import SCHEMA_VERSION, Article

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """Return the schema of one line of `output/*.jsonl`: every key there, and no other."""
    made = msgspec.json.schema(Article)
    definitions: dict[str, Any] = made["$defs"]
    stated: dict[str, Any] = definitions["Article"]["properties"]  # msgspec puts defaults last
    definitions["Article"]["properties"] = {key.name: stated[key.name] for key in fields(Article)}
    for definition in definitions.values():
        definition["required"] = list(definition["properties"])
        definition["additionalProperties"] = False
        for value in definition["properties"].values():
            value.pop("default", None)  # the record always states its values
    return {
        "$schema": DIALECT,
        "title": f"Article, version {SCHEMA_VERSION}",
        "$ref": made["$ref"],
        "$defs": definitions,
    }


def main() -> None:
    """Print the schema."""
    sys.stdout.write(json.dumps(schema(), indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
