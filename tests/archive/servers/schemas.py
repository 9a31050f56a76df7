"""JSON schemas, of our own writing, for what a reconciliation service of API 0.2 answers.

They say what the specification says of each answer (https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/):
which members it must have, of which types, and that it has no others where the specification allows none.
"""

from __future__ import annotations

from typing import Any

import jsonschema

Schema = dict[str, Any]
TEXT: Schema = {"type": "string"}
URL: Schema = {"type": "string", "pattern": "^https?://"}


def _object(required: dict[str, Schema], optional: dict[str, Schema] | None = None, *, closed: bool = True) -> Schema:
    return {
        "type": "object",
        "properties": required | (optional or {}),
        "required": list(required),
        "additionalProperties": not closed,
    }


def _list(item: Schema, least: int = 0) -> Schema:
    return {"type": "array", "items": item, "minItems": least}


TYPE = _object({"id": TEXT}, {"name": TEXT})
_SUGGEST = _object(
    {"service_url": URL, "service_path": {"type": "string", "pattern": "^/"}},
    {"flyout_service_url": URL, "flyout_service_path": {"type": "string", "pattern": r"^/.*\$\{id\}"}},
)
_WITH_ID: Schema = {"type": "string", "pattern": r"^https?://.*\{\{id\}\}"}
_SETTING = _object(
    {"name": TEXT, "label": TEXT, "type": {"enum": ["number", "text", "checkbox", "select"]}},
    {
        "default": {"type": ["number", "string", "boolean"]},
        "help_text": TEXT,
        "choices": _list(_object({"value": TEXT, "name": TEXT})),
    },
)

MANIFEST = _object(
    {
        "versions": {"type": "array", "items": TEXT, "contains": {"const": "0.2"}},
        "name": {"type": "string", "minLength": 1},
        "identifierSpace": {"type": "string", "format": "uri"},
        "schemaSpace": {"type": "string", "format": "uri"},
    },
    {
        "defaultTypes": _list(TYPE),
        "view": _object({"url": _WITH_ID}),
        "preview": _object({"url": _WITH_ID, "width": {"type": "integer"}, "height": {"type": "integer"}}),
        "suggest": _object({}, {"entity": _SUGGEST, "property": _SUGGEST, "type": _SUGGEST}),
        "extend": _object(
            {}, {"propose_properties": _object({"service_url": URL, "service_path": TEXT}), "property_settings": _list(_SETTING)}
        ),
        "documentation": URL,
        "logo": URL,
    },
)

CANDIDATE = _object(
    {"id": TEXT, "name": TEXT, "score": {"type": "number"}},
    {
        "description": TEXT,
        "match": {"type": "boolean"},
        "type": _list({"anyOf": [TYPE, TEXT]}),
        "features": _list(_object({"id": TEXT, "value": {"type": ["boolean", "number"]}})),
    },
)
RESULTS: Schema = {"type": "object", "additionalProperties": _object({"result": _list(CANDIDATE)})}

_CELL: Schema = {
    "anyOf": [
        _object({"id": TEXT, "name": TEXT}, {"description": TEXT}),
        _object({"str": TEXT}),
        _object({"int": {"type": "integer"}}),
        _object({"float": {"type": "number"}}),
        _object({"bool": {"type": "boolean"}}),
        _object({"date": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d"}}),
        {"type": "object", "maxProperties": 0},
    ]
}
EXTENDED = _object(
    {
        "meta": _list(_object({"id": TEXT, "name": TEXT}, {"type": TYPE, "service": URL})),
        "rows": {"type": "object", "additionalProperties": {"type": "object", "additionalProperties": _list(_CELL)}},
    }
)
SUGGESTED_ENTITIES = _object(
    {"result": _list(_object({"id": TEXT, "name": TEXT}, {"description": TEXT, "notable": _list({"anyOf": [TYPE, TEXT]})}))}
)
SUGGESTED = _object({"result": _list(_object({"id": TEXT, "name": TEXT}, {"description": TEXT}))})
PROPOSED = _object({"properties": _list(_object({"id": TEXT, "name": TEXT}))}, {"type": TEXT, "limit": {"type": "integer"}})
FLYOUT = _object({"id": TEXT, "html": TEXT})
REFUSAL = _object({"error": {"type": "string", "minLength": 1}})


def check(value: object, schema: Schema) -> None:
    """Fails if the value is not as the schema has it."""
    jsonschema.validate(value, schema, cls=jsonschema.Draft202012Validator)
