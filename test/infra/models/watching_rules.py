"""What AWS refuses of what watches the service though its models allow it, from the services' documentation."""

from rule import EDGE_REGION, Rule, is_json_object, is_policy, matches, one_of, region_of

GLOBAL_NAMESPACES = ("AWS/CloudFront", "AWS/Route53", "AWS/WAFV2")
RETENTION_DAYS = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545]
RETENTION_DAYS += [731, 1096, 1827, 2192, 2557, 2922, 3288, 3653]
LOG_FIELDS = """date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer)
 cs(User-Agent) cs-uri-query cs(Cookie) x-edge-result-type x-edge-request-id x-host-header cs-protocol cs-bytes
 time-taken x-forwarded-for ssl-protocol ssl-cipher x-edge-response-result-type cs-protocol-version fle-status
 fle-encrypted-fields c-port time-to-first-byte x-edge-detailed-result-type sc-content-type sc-content-len
 sc-range-start sc-range-end timestamp(ms) origin-fbl origin-lbl asn""".split()
DAY_SECONDS = 86_400
ALARM = "cloudwatch.PutMetricAlarm"
HEALTH = "route53.CreateHealthCheck"

WATCHING_RULES = [
    Rule("logs.PutRetentionPolicy", "retentionInDays", "is one of CloudWatch's periods", one_of(*RETENTION_DAYS)),
    Rule("logs.PutResourcePolicy", "policyDocument", "is a policy", is_policy),
    Rule(
        "logs.PutMetricFilter",
        "metricTransformations[]",
        "has a default or dimensions",
        lambda it: not ("defaultValue" in it and "dimensions" in it),
    ),
    Rule("logs.PutMetricFilter", "metricTransformations[].metricNamespace", "is not AWS's", matches(r"(?!AWS/).*")),
    Rule(
        "logs.PutDeliverySource",
        "",
        "of CloudFront is in us-east-1",
        lambda it: ":cloudfront:" not in it["resourceArn"] or it["@region"] == EDGE_REGION,
    ),
    Rule("logs.CreateDelivery", "recordFields[]", "is a field of CloudFront's log", one_of(*LOG_FIELDS)),
    Rule(
        "logs.CreateDelivery",
        "",
        "is in the region of its destination",
        lambda it: region_of(it["deliveryDestinationArn"]) == it["@region"],
    ),
    Rule("cloudwatch.PutDashboard", "DashboardBody", "is JSON", is_json_object),
    Rule(ALARM, "", "has one statistic", lambda it: ("Statistic" in it) != ("ExtendedStatistic" in it)),
    Rule(
        ALARM, "ExtendedStatistic", "is a percentile or a mean", matches(r"p(\d{1,2}(\.\d+)?|100)|(tm|tc|ts|wm)\d+|IQM")
    ),
    Rule(ALARM, "TreatMissingData", "is one of four words", one_of("breaching", "notBreaching", "ignore", "missing")),
    Rule(ALARM, "Period", "is 10, 20, 30 or whole minutes", lambda it: it in (10, 20, 30) or it % 60 == 0),
    Rule(ALARM, "", "looks back a day at most", lambda it: it["Period"] * it["EvaluationPeriods"] <= DAY_SECONDS),
    Rule(
        ALARM,
        "",
        "needs no more points than it looks at",
        lambda it: it.get("DatapointsToAlarm", 1) <= it["EvaluationPeriods"],
    ),
    Rule(
        ALARM,
        "",
        "of something global is in us-east-1",
        lambda it: it["Namespace"] not in GLOBAL_NAMESPACES or it["@region"] == EDGE_REGION,
    ),
    Rule(
        ALARM,
        "",
        "tells topics of its own region",
        lambda it: all(region_of(topic) == it["@region"] for topic in it.get("AlarmActions", [])),
    ),
    Rule(
        ALARM,
        "",
        "tells topics of its own region when it is over",
        lambda it: all(region_of(topic) == it["@region"] for topic in it.get("OKActions", [])),
    ),
    Rule(HEALTH, "HealthCheckConfig.RequestInterval", "is 10 or 30 s", one_of(10, 30)),
    Rule(HEALTH, "HealthCheckConfig.ResourcePath", "begins with a slash", matches(r"/\S*")),
    Rule(
        HEALTH,
        "HealthCheckConfig",
        "names the host that TLS is for",
        lambda it: not it.get("EnableSNI") or "FullyQualifiedDomainName" in it,
    ),
    Rule("sns.CreateTopic", "Name", "is a topic's name", matches(r"[\w-]{1,256}")),
    Rule(
        "sns.Subscribe",
        "Protocol",
        "is one that topics have",
        one_of("email", "email-json", "http", "https", "lambda", "sqs", "sms"),
    ),
    Rule("sns.Subscribe", "", "mails to an address", lambda it: it["Protocol"] != "email" or "@" in it["Endpoint"]),
    Rule("sns.Subscribe", "", "is in the region of its topic", lambda it: region_of(it["TopicArn"]) == it["@region"]),
]
