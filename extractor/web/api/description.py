"""The API's own description, OpenAPI: what FastAPI makes of the routes, with the problems that each can answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fastapi.openapi.utils import get_openapi

from extractor.web.api.models import Problem
from extractor.web.api.problems import MEDIA_TYPE

if TYPE_CHECKING:
    from fastapi import FastAPI

_ALL = {401: "Nobody is signed in.", 403: "Who asks may not do this.", 422: "The request is not as it should be.",
        429: "Too much was asked; `Retry-After` tells the seconds to wait.", 500: "The program failed.",
        503: "The archive cannot be reached, or too much is being done; try again later."}  # fmt: skip
_OF_ONE = {404: "The archive has nothing under this id."}
_CHANGING = {
    400: "The body is no JSON.",
    409: "It does not fit the archive as it stands: merged into another, rejected, decided already, not in the article.",
    412: "It was changed since.",
    413: "The text is too long.",
    415: "The body is not JSON.",
    428: "`If-Match` is missing.",
}
_REJECTED = {410: "A person has rejected the conferral."}
_TAG = {"ETag": {"description": "Changes when the answer does.", "schema": {"type": "string"}}}
_LINK = {"Link": {"description": "The first page and the next (RFC 8288).", "schema": {"type": "string"}}}
_PAGES = ("/conferrals", "/search", "/authorities", "/articles", "/events", "/doubts")


def describe(api: FastAPI) -> None:
    """Have the API served with its description."""

    def made() -> dict[str, Any]:
        if api.openapi_schema is None:
            api.openapi_schema = _described(api)
        return api.openapi_schema

    api.openapi = made  # type: ignore[method-assign]


def _described(api: FastAPI) -> dict[str, Any]:
    told = get_openapi(
        title=api.title,
        version=api.version,
        summary=api.summary,
        description=api.description,
        routes=api.routes,
        servers=[{"url": "/api/v1"}],
    )
    schemas: dict[str, Any] = told["components"]["schemas"]
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}", mode="serialization")
    schemas |= problem.pop("$defs")
    schemas["Problem"] = problem
    told["components"]["securitySchemes"] = {
        "token": {
            "type": "http",
            "scheme": "bearer",
            "description": "Where users are demanded: made by `extractor users token`.",
        },
        "password": {"type": "http", "scheme": "basic", "description": "A user's name and password; slower than a token."},
    }
    told["security"] = [{}, {"token": []}, {"password": []}]
    for path, operations in told["paths"].items():
        for method, operation in operations.items():
            _complete(path, method, operation)
        if "get" in operations:
            operations["head"] = _headed(operations["get"])
    return told


def _headed(operation: dict[str, Any]) -> dict[str, Any]:
    """The same operation as HEAD: its answers have no content."""
    answers = {
        status: {key: value for key, value in told.items() if key != "content"} for status, told in operation["responses"].items()
    }
    names = {"summary": f"Headers of: {operation['summary']}", "operationId": f"head_{operation['operationId']}"}
    return {key: operation[key] for key in ("tags", "parameters") if key in operation} | names | {"responses": answers}


def _complete(path: str, method: str, operation: dict[str, Any]) -> None:
    """Add to an operation the answers that stand in no signature."""
    for parameter in operation.get("parameters", ()):
        if parameter["name"] == "If-Match":  # to FastAPI it may be missing, so that 428 can be answered
            parameter |= {"required": True, "schema": {"type": "string", "title": "If-Match"}}
    responses = operation["responses"]
    problems = dict(_ALL)
    if "{" in path and not path.startswith("/export"):
        problems |= _OF_ONE | (_REJECTED if path == "/conferrals/{given}" and method == "get" else {})
    if method != "get":
        problems |= _CHANGING
    elif "200" in responses:
        responses["200"]["headers"] = _TAG | (_LINK if path in _PAGES else {})
        responses["304"] = {"description": "Who asks has the answer already (`If-None-Match`)."}
        if path.endswith("{given}"):
            responses["301"] = {"description": "The entry was merged into another; `Location` tells which."}
    for status, words in sorted(problems.items()):
        content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
        responses[str(status)] = {"description": words, "content": content}
