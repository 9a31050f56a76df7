"""The checked-in JSON Schema is the one that the models make."""

from __future__ import annotations

import json

import jsonschema
from click.testing import CliRunner

from extractor import extract
from extractor.cli import main
from tests.conftest import ROOT

FILE = ROOT / "docs" / "record.schema.json"
REFRESH = "docs/record.schema.json is out of step with the models; refresh it: extractor schema > docs/record.schema.json"


def test_checked_in_schema_is_what_the_command_prints() -> None:
    result = CliRunner().invoke(main, ["schema"])
    assert result.exit_code == 0, result.output
    assert FILE.read_text(encoding="utf-8") == result.stdout, REFRESH


def test_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(FILE.read_text(encoding="utf-8")))


def test_schema_takes_a_record_and_no_other_keys() -> None:
    validator = jsonschema.Draft202012Validator(json.loads(FILE.read_text(encoding="utf-8")))
    record = json.loads(extract("เทศบาลตำบลนาดีได้รับรางวัลพระปกเกล้า ประจำปี 2566").model_dump_json())
    validator.validate(record)
    assert not validator.is_valid({**record, "extra": 1})
    assert not validator.is_valid({key: value for key, value in record.items() if key != "awards"})
    assert not validator.is_valid({**record, "awards": [{**record["awards"][0], "status": "nominated"}]})
