"""What AWS refuses of the way in though its models allow it, from the services' documentation."""

import re
from typing import Any

from rule import EDGE_REGION, Rule, at_most, between, is_policy, matches, one_of

METHODS = [
    {"GET", "HEAD"},
    {"GET", "HEAD", "OPTIONS"},
    {"GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"},
]
ERRORS_WITH_RESPONSES = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504]
ORIGIN_HEADERS_REFUSED = re.compile(
    r"cache-control|connection|content-length|cookie|host|if-.*|max-forwards|pragma|proxy-.*|range|request-range"
    r"|te|trailer|transfer-encoding|upgrade|via|x-real-ip|x-amz-.*|x-edge-.*",
    re.IGNORECASE,
)
DISTRIBUTION = "cloudfront.CreateDistributionWithTags"
CONFIG = "DistributionConfigWithTags.DistributionConfig"
ACL = "wafv2.CreateWebACL"
RATE = "Rules[].Statement.RateBasedStatement"


def _distinct(values: list[Any]) -> bool:
    return len(values) == len(set(values))


def _behaviors(config: dict[str, Any]) -> list[dict[str, Any]]:
    return [config["DefaultCacheBehavior"], *config.get("CacheBehaviors", {}).get("Items", [])]


EDGE_RULES = [
    Rule(DISTRIBUTION, f"{CONFIG}.Comment", "has 128 characters at most", at_most(128)),
    Rule(
        DISTRIBUTION,
        f"{CONFIG}.WebACLId",
        "is a global web ACL",
        matches(r"arn:aws[\w-]*:wafv2:us-east-1:\d{12}:global/webacl/.+"),
    ),
    Rule(DISTRIBUTION, f"{CONFIG}.Origins.Items[].DomainName", "is a host", matches(r"([a-z0-9-]+\.)+[a-z]+")),
    Rule(
        DISTRIBUTION,
        f"{CONFIG}.Origins.Items[].CustomHeaders.Items[].HeaderName",
        "is one that CloudFront sends",
        lambda it: not ORIGIN_HEADERS_REFUSED.fullmatch(it),
    ),
    Rule(
        DISTRIBUTION, f"{CONFIG}.Origins.Items[].CustomOriginConfig.OriginReadTimeout", "is 1 to 120 s", between(1, 120)
    ),
    Rule(
        DISTRIBUTION,
        f"{CONFIG}.Origins.Items[].CustomOriginConfig.OriginKeepaliveTimeout",
        "is 1 to 120 s",
        between(1, 120),
    ),
    Rule(
        DISTRIBUTION,
        CONFIG,
        "asks an origin that it has",
        lambda it: (
            {behavior["TargetOriginId"] for behavior in _behaviors(it)}
            <= {origin["Id"] for origin in it["Origins"]["Items"]}
        ),
    ),
    Rule(
        DISTRIBUTION,
        CONFIG,
        "takes one of three sets of methods",
        lambda it: all(set(behavior["AllowedMethods"]["Items"]) in METHODS for behavior in _behaviors(it)),
    ),
    Rule(
        DISTRIBUTION,
        f"{CONFIG}.DefaultCacheBehavior.AllowedMethods.CachedMethods.Items",
        "is GET, HEAD and maybe OPTIONS",
        lambda it: set(it) in METHODS[:2],
    ),
    Rule(DISTRIBUTION, f"{CONFIG}.DefaultCacheBehavior", "has a policy of caching", lambda it: "CachePolicyId" in it),
    Rule(
        DISTRIBUTION,
        f"{CONFIG}.CustomErrorResponses.Items[].ErrorCode",
        "is one that CloudFront answers for",
        one_of(*ERRORS_WITH_RESPONSES),
    ),
    Rule(
        DISTRIBUTION,
        CONFIG,
        "with a name of its own has a certificate",
        lambda it: "Aliases" not in it or "ACMCertificateArn" in it["ViewerCertificate"],
    ),
    Rule(
        DISTRIBUTION,
        f"{CONFIG}.ViewerCertificate.ACMCertificateArn",
        "is in us-east-1",
        matches(r"arn:aws[\w-]*:acm:us-east-1:.+"),
    ),
    Rule(
        DISTRIBUTION,
        f"{CONFIG}.ViewerCertificate",
        "with a certificate says how it is used",
        lambda it: "ACMCertificateArn" not in it or "SSLSupportMethod" in it,
    ),
    Rule("s3.PutBucketPolicy", "Policy", "is a policy", is_policy),
    Rule("cloudfront.CreateFunction", "FunctionCode", "is 10 KB at most", at_most(10_240)),
    Rule(
        ACL, "", "of CloudFront is in us-east-1", lambda it: it["Scope"] != "CLOUDFRONT" or it["@region"] == EDGE_REGION
    ),
    Rule(
        ACL,
        "Rules",
        "have a name and a priority each of its own",
        lambda it: _distinct([x["Name"] for x in it]) and _distinct([x["Priority"] for x in it]),
    ),
    Rule(ACL, f"{RATE}.EvaluationWindowSec", "is 60, 120, 300 or 600 s", one_of(60, 120, 300, 600)),
    Rule(
        ACL,
        RATE,
        "names keys exactly where it counts by them",
        lambda it: (it["AggregateKeyType"] == "CUSTOM_KEYS") == ("CustomKeys" in it),
    ),
    Rule(
        ACL,
        "",
        "answers with bodies that it has",
        lambda it: (
            {
                rule["Action"].get("Block", {}).get("CustomResponse", {}).get("CustomResponseBodyKey")
                for rule in it["Rules"]
            }
            <= {None, *it.get("CustomResponseBodies", {})}
        ),
    ),
    Rule(
        ACL,
        "Rules[].Action.Block.CustomResponse.ResponseHeaders[].Name",
        "is not content-type",
        lambda it: it.lower() != "content-type",
    ),
    Rule(
        "route53.ChangeResourceRecordSets",
        "ChangeBatch.Changes[].ResourceRecordSet",
        "points at an alias with A or AAAA",
        lambda it: "AliasTarget" not in it or it["Type"] in ("A", "AAAA"),
    ),
]
