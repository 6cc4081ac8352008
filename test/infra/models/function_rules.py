"""What AWS refuses of functions, roles and tables though its models allow it, from the services' documentation."""

import json
from typing import Any

from rule import Rule, at_most, between, is_policy, matches

TABLE = "dynamodb.CreateTable"
FUNCTION = "lambda.CreateFunction"
PERMISSION = "lambda.AddPermission"


def _keys(table: dict[str, Any]) -> set[str]:
    schemas = [table.get("KeySchema", []), *(index["KeySchema"] for index in table.get("GlobalSecondaryIndexes", []))]
    return {key["AttributeName"] for schema in schemas for key in schema}


def _included(table: dict[str, Any]) -> list[int]:
    indexes = table.get("GlobalSecondaryIndexes", [])
    return [len(index["Projection"].get("NonKeyAttributes", [])) for index in indexes]


FUNCTION_RULES = [
    Rule(TABLE, "", "has a KeySchema", lambda it: "KeySchema" in it),
    Rule(
        TABLE,
        "",
        "declares exactly its keys",
        lambda it: {a["AttributeName"] for a in it.get("AttributeDefinitions", [])} == _keys(it),
    ),
    Rule(TABLE, "GlobalSecondaryIndexes", "are 20 at most", at_most(20)),
    Rule(TABLE, "", "includes 100 attributes at most", lambda it: sum(_included(it)) <= 100),
    Rule(
        TABLE,
        "GlobalSecondaryIndexes[]",
        "hashes by one key, first",
        lambda it: [k["KeyType"] for k in it["KeySchema"]] in (["HASH"], ["HASH", "RANGE"]),
    ),
    Rule(
        TABLE,
        "GlobalSecondaryIndexes[].Projection",
        "names attributes only to include them",
        lambda it: ("NonKeyAttributes" in it) == (it["ProjectionType"] == "INCLUDE"),
    ),
    Rule(FUNCTION, "Timeout", "is 900 s at most", between(1, 900)),
    Rule(FUNCTION, "MemorySize", "is 128 to 10,240 MB", between(128, 10_240)),
    Rule(FUNCTION, "Environment.Variables", "is 4 KB at most", lambda it: len(json.dumps(it)) <= 4096),
    Rule(
        PERMISSION,
        "",
        "opens a URL to everybody only with its authorization named",
        lambda it: (
            it["Principal"] != "*"
            or it["Action"] != "lambda:InvokeFunctionUrl"
            or it.get("FunctionUrlAuthType") == "NONE"
        ),
    ),
    Rule(
        PERMISSION,
        "",
        "names a URL's authorization for its URL only",
        lambda it: "FunctionUrlAuthType" not in it or it["Action"] == "lambda:InvokeFunctionUrl",
    ),
    Rule("iam.CreateRole", "AssumeRolePolicyDocument", "is a policy", is_policy),
    Rule("iam.CreateRole", "AssumeRolePolicyDocument", "has 2,048 characters at most", at_most(2048)),
    Rule("iam.PutRolePolicy", "PolicyDocument", "is a policy", is_policy),
    Rule("iam.PutRolePolicy", "PolicyDocument", "has 10,240 characters at most", at_most(10_240)),
    Rule("ec2.CreateSecurityGroup", "GroupName", "does not look like an id", matches(r"(?!sg-).{1,255}")),
]
