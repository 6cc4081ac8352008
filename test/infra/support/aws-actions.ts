const ACTIONS: Readonly<Record<string, string>> = {
  dynamodb: `BatchExecuteStatement BatchGetItem BatchWriteItem ConditionCheckItem CreateBackup
    CreateGlobalTable CreateTable DeleteBackup DeleteItem DeleteResourcePolicy DeleteTable
    DescribeBackup DescribeContinuousBackups DescribeContributorInsights DescribeEndpoints
    DescribeExport DescribeGlobalTable DescribeImport DescribeKinesisStreamingDestination
    DescribeLimits DescribeStream DescribeTable DescribeTimeToLive DisableKinesisStreamingDestination
    EnableKinesisStreamingDestination ExecuteStatement ExecuteTransaction ExportTableToPointInTime
    GetItem GetRecords GetResourcePolicy GetShardIterator ImportTable ListBackups ListExports
    ListGlobalTables ListImports ListStreams ListTables ListTagsOfResource PartiQLDelete PartiQLInsert
    PartiQLSelect PartiQLUpdate PutItem PutResourcePolicy Query RestoreTableFromBackup
    RestoreTableToPointInTime Scan TagResource TransactGetItems TransactWriteItems UntagResource
    UpdateContinuousBackups UpdateContributorInsights UpdateGlobalTable UpdateItem UpdateTable
    UpdateTimeToLive`,
  lambda: `AddLayerVersionPermission AddPermission CreateAlias CreateCodeSigningConfig
    CreateEventSourceMapping CreateFunction CreateFunctionUrlConfig DeleteAlias DeleteEventSourceMapping
    DeleteFunction DeleteFunctionConcurrency DeleteFunctionEventInvokeConfig DeleteFunctionUrlConfig
    DeleteLayerVersion DisableReplication EnableReplication GetAccountSettings GetAlias
    GetEventSourceMapping GetFunction GetFunctionCodeSigningConfig GetFunctionConcurrency
    GetFunctionConfiguration GetFunctionEventInvokeConfig GetFunctionUrlConfig GetLayerVersion GetPolicy
    GetProvisionedConcurrencyConfig GetRuntimeManagementConfig InvokeAsync InvokeFunction
    InvokeFunctionUrl ListAliases ListEventSourceMappings ListFunctions ListLayers ListTags
    ListVersionsByFunction PublishLayerVersion PublishVersion PutFunctionCodeSigningConfig
    PutFunctionConcurrency PutFunctionEventInvokeConfig PutProvisionedConcurrencyConfig
    PutRuntimeManagementConfig RemovePermission TagResource UntagResource UpdateAlias
    UpdateEventSourceMapping UpdateFunctionCode UpdateFunctionCodeSigningConfig
    UpdateFunctionConfiguration UpdateFunctionEventInvokeConfig UpdateFunctionUrlConfig`,
  logs: `AssociateKmsKey CancelExportTask CreateDelivery CreateExportTask CreateLogDelivery CreateLogGroup
    CreateLogStream DeleteDestination DeleteLogDelivery DeleteLogGroup DeleteLogStream
    DeleteMetricFilter DeleteResourcePolicy DeleteRetentionPolicy DeleteSubscriptionFilter
    DescribeDestinations DescribeExportTasks DescribeLogGroups DescribeLogStreams
    DescribeMetricFilters DescribeQueries DescribeResourcePolicies DescribeSubscriptionFilters
    DisassociateKmsKey FilterLogEvents GetLogDelivery GetLogEvents GetLogGroupFields GetLogRecord
    GetQueryResults Link ListTagsForResource PutDataProtectionPolicy PutDestination PutLogEvents
    PutMetricFilter PutQueryDefinition PutResourcePolicy PutRetentionPolicy PutSubscriptionFilter
    StartLiveTail StartQuery StopQuery TagResource TestMetricFilter Unmask UntagResource`,
  s3: `CreateBucket DeleteBucket DeleteObject GetBucketAcl GetBucketPolicy GetObject GetObjectVersion
    ListAllMyBuckets ListBucket PutBucketAcl PutBucketPolicy PutObject PutObjectAcl`,
  iam: `AddUserToGroup AttachRolePolicy AttachUserPolicy CreateAccessKey CreateLoginProfile
    CreatePolicy CreatePolicyVersion CreateRole CreateUser DeleteRole DeleteRolePolicy GetRole
    GetRolePolicy ListRoles ListUsers PassRole PutRolePermissionsBoundary PutRolePolicy
    PutUserPolicy SetDefaultPolicyVersion UpdateAssumeRolePolicy`,
  sts: "AssumeRole AssumeRoleWithWebIdentity GetFederationToken GetSessionToken TagSession",
  kms: "CreateGrant Decrypt DescribeKey Encrypt GenerateDataKey PutKeyPolicy ReEncryptFrom Sign",
  secretsmanager: "GetSecretValue ListSecrets PutSecretValue DeleteSecret",
  ssm: "DescribeParameters GetParameter GetParameters GetParametersByPath PutParameter SendCommand",
  "cognito-idp": `AdminConfirmSignUp AdminCreateUser AdminDeleteUser AdminGetUser AdminInitiateAuth
    AdminSetUserPassword AdminUpdateUserAttributes DescribeUserPool DescribeUserPoolClient ListUsers
    UpdateUserPool`,
  cloudfront: `CreateInvalidation GetDistribution GetDistributionConfig ListDistributions
    UpdateDistribution UpdateFunction`,
  cloudwatch: "DeleteAlarms GetMetricData ListMetrics PutDashboard PutMetricAlarm PutMetricData",
  ec2: `AssignPrivateIpAddresses AttachNetworkInterface AuthorizeSecurityGroupEgress
    AuthorizeSecurityGroupIngress CreateNetworkInterface CreateTags DeleteNetworkInterface
    DescribeInstances DescribeNetworkInterfaces DescribeSecurityGroups DescribeSubnets DescribeVpcs
    ModifyNetworkInterfaceAttribute RunInstances TerminateInstances UnassignPrivateIpAddresses`,
  sns: "Publish Subscribe SetTopicAttributes",
  sqs: "DeleteMessage ReceiveMessage SendMessage",
  events: "PutEvents PutRule PutTargets",
  states: "StartExecution StartSyncExecution",
  xray: "GetTraceSummaries PutTelemetryRecords PutTraceSegments",
  ecr: "BatchGetImage GetAuthorizationToken PutImage",
  route53: "ChangeResourceRecordSets ListHostedZones",
  wafv2: "GetWebACL UpdateWebACL DisassociateWebACL",
  organizations: "DescribeOrganization ListAccounts",
};

/** Actions of the services that the stack uses and of those that an intruder looks for. */
export const AWS_ACTIONS: readonly string[] = Object.entries(ACTIONS).flatMap(([service, text]) =>
  text.split(/\s+/).map((name) => `${service}:${name}`),
);
