/**
 * What a Lambda function reads of its event, or answers, says who sends it. As data: the first row that fits decides. Adding a source is
 * adding a row.
 *
 *     event.Records[0].Sns.Message      → `Records.*.Sns.Message`, SNS
 *     return { statusCode: 200, body }  → `statusCode`, a request by HTTP
 *
 * Sources: the events that AWS documents for each service. Fields that several services send alike are left out.
 */
import type { Trigger } from '../platforms/index.js';

export interface EventSign {
  readonly trigger: Trigger;
  readonly triggerName?: string;
  /** A place of the event, from its root: names with dots between, `*` for an element of a list. */
  readonly reads?: RegExp;
  /** A field of the object that is answered. */
  readonly answers?: RegExp;
}

export const EVENT_SIGNS: readonly EventSign[] = [
  { trigger: 'queue', triggerName: 'SNS', reads: /^Records\.\*\.Sns\b/ },
  { trigger: 'storage', triggerName: 'S3', reads: /^Records\.\*\.s3\b|^tasks\.\*\.s3/ },
  { trigger: 'database', triggerName: 'DynamoDB', reads: /^Records\.\*\.dynamodb\b/ },
  { trigger: 'stream', triggerName: 'Kinesis', reads: /^Records\.\*\.kinesis\b/ },
  { trigger: 'http', triggerName: 'CloudFront', reads: /^Records\.\*\.cf\b/ },
  { trigger: 'email', triggerName: 'SES', reads: /^Records\.\*\.ses\b/ },
  { trigger: 'queue', triggerName: 'SQS', reads: /^Records\.\*\.(body|messageId|receiptHandle|messageAttributes)\b/ },
  { trigger: 'stream', triggerName: 'Firehose', reads: /^records\.\*\.(recordId|data)\b|^deliveryStreamArn$/ },
  { trigger: 'stream', triggerName: 'Kafka', reads: /^records\.\*\.\*\.(key|value|offset|partition)\b|^bootstrapServers$/ },
  { trigger: 'queue', triggerName: 'Amazon MQ', reads: /^messages\.\*\.(data|messageID)$|^rmqMessagesByQueue\b/ },
  { trigger: 'stream', triggerName: 'CloudWatch Logs', reads: /^awslogs\.data\b/ },
  { trigger: 'storage', triggerName: 'S3 Object Lambda', reads: /^getObjectContext\b/ },
  { trigger: 'event', triggerName: 'EventBridge', reads: /^(detail-type|detail)(\.|$)/ },
  {
    trigger: 'event',
    triggerName: 'CloudFormation',
    reads: /^(RequestType|ResponseURL|ResourceProperties|LogicalResourceId|PhysicalResourceId)\b/,
  },
  {
    trigger: 'auth',
    triggerName: 'Cognito',
    reads: /^(triggerSource|userPoolId|request\.userAttributes|request\.session|request\.(challengeAnswer|privateChallengeParameters))\b/,
  },
  {
    trigger: 'auth',
    triggerName: 'authorizer',
    reads: /^(authorizationToken|methodArn|routeArn|identitySource)\b/,
    answers: /^(policyDocument|isAuthorized)$/,
  },
  { trigger: 'socket', triggerName: 'API Gateway', reads: /^requestContext\.(connectionId|connectedAt)\b/ },
  { trigger: 'rpc', triggerName: 'Bedrock agent', reads: /^(actionGroup|messageVersion|apiPath)\b/ },
  { trigger: 'chat', triggerName: 'Lex', reads: /^(sessionState|currentIntent|inputTranscript|bot)\b/ },
  {
    trigger: 'rpc',
    triggerName: 'AppSync',
    reads: /^(info\.(fieldName|parentTypeName|selectionSet\w*|variables)|arguments\.\w+|identity\.(claims|resolverContext))\b/,
  },
  // API Gateway, a load balancer and a function URL send nearly the same.
  {
    trigger: 'http',
    reads:
      /^(httpMethod|rawPath|rawQueryString|queryStringParameters|multiValue\w+|pathParameters|isBase64Encoded|routeKey|requestContext\.(http|authorizer|elb|resourcePath|domainName|stage|path|identity|httpMethod))\b/,
    answers: /^statusCode$/,
  },
];
