"""What AWS refuses of user pools though its models allow it, from the services' documentation."""

import re
from typing import Any

from rule import Rule, matches, one_of

POOL_ATTRIBUTES = """address birthdate email email_verified family_name gender given_name locale middle_name name
 nickname phone_number phone_number_verified picture preferred_username profile updated_at website zoneinfo""".split()
DAY_SECONDS = 86_400
UNIT_SECONDS = {"seconds": 1, "minutes": 60, "hours": 3600, "days": DAY_SECONDS}
CLIENT = "cognito-idp.CreateUserPoolClient"


def _seconds(client: dict[str, Any], token: str, unit: str) -> float:
    units = client.get("TokenValidityUnits", {})
    return client[f"{token}Validity"] * UNIT_SECONDS[units.get(token, unit)]


RETURNS = (
    "is https, or http on localhost, without a fragment",
    matches(r"(https://|http://localhost[:/])[^#]+"),
)

IDENTITY_RULES = [
    Rule(
        "cognito-idp.CreateUserPoolDomain",
        "Domain",
        "has no name of AWS's",
        lambda it: not re.search("aws|amazon|cognito", it),
    ),
    Rule("cognito-idp.CreateUserPoolDomain", "ManagedLoginVersion", "is 1 or 2", one_of(1, 2)),
    Rule(CLIENT, "CallbackURLs[]", *RETURNS),
    Rule("cognito-idp.UpdateUserPoolClient", "CallbackURLs[]", *RETURNS),
    Rule(CLIENT, "ReadAttributes[]", "is an attribute of the pool", one_of(*POOL_ATTRIBUTES)),
    Rule(
        CLIENT,
        "WriteAttributes[]",
        "is an attribute that can be written",
        one_of(*(a for a in POOL_ATTRIBUTES if not a.endswith("_verified"))),
    ),
    Rule(
        CLIENT,
        "AllowedOAuthScopes[]",
        "is a scope",
        one_of("openid", "profile", "email", "phone", "aws.cognito.signin.user.admin"),
    ),
    Rule(
        CLIENT,
        "",
        "has access tokens for 5 minutes to a day",
        lambda it: 300 <= _seconds(it, "AccessToken", "hours") <= DAY_SECONDS,
    ),
    Rule(
        CLIENT,
        "",
        "has ID tokens for 5 minutes to a day",
        lambda it: 300 <= _seconds(it, "IdToken", "hours") <= DAY_SECONDS,
    ),
    Rule(
        CLIENT,
        "",
        "can be refreshed for an hour to ten years",
        lambda it: 3600 <= _seconds(it, "RefreshToken", "days") <= 3650 * DAY_SECONDS,
    ),
]
