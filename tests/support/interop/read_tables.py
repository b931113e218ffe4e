"""Reads the tables of an export with the given program and prints their rows, or what is wrong, as JSON."""
import decimal
import json
import math
import sys

program, *paths = sys.argv[1:]


def plain(value):
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return None
    if type(value).__name__ == "NAType":
        return None
    if isinstance(value, decimal.Decimal):
        return float(value)
    if hasattr(value, "isoformat"):
        return value.isoformat()
    if hasattr(value, "tolist"):
        return plain(value.tolist())
    return [plain(item) for item in value] if isinstance(value, list) else value


def rows(names, values):
    return [
        {name: plain(value) for name, value in zip(names, row) if plain(value) is not None} for row in values
    ]


def read(path):
    if program == "duckdb":
        import duckdb

        result = duckdb.sql(f"select * from '{path}'")
        return rows(result.columns, result.fetchall())
    if program == "pandas":
        import pandas

        frame = pandas.read_parquet(path, dtype_backend="pyarrow")
        return rows(frame.columns, (list(row) for row in frame.astype(object).to_numpy()))
    if program == "csv":
        import csv

        csv.field_size_limit(1_000_000)
        with open(path, encoding="utf-8-sig", newline="") as file:
            return [{k: v for k, v in row.items() if v != ""} for row in csv.DictReader(file, strict=True)]
    if program == "frictionless":
        from frictionless import Package

        resources = Package(path).resources
        return {
            resource.name: [{k: plain(v) for k, v in row.to_dict().items()} for row in resource.read_rows()]
            for resource in resources
        }
    if program == "validate":
        from frictionless import validate

        return [str(note) for note in validate(path).flatten(["type", "title", "note"])]
    raise ValueError(program)


json.dump([read(path) for path in paths], sys.stdout)
