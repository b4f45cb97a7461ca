/**
 * The stores outside the process that code talks to, as data. Adding a store is adding an entry; `store-clients.ts` gives the fields
 * their meaning. The judgement of state asks this table whether a call reaches a store, the review names the store by it.
 *
 *     { name: 'Amazon S3', kind: 'object storage', modules: ['@aws-sdk/client-s3', 'aws-sdk/clients/s3'] }
 *
 * Sources: the packages' own documentation. A library that may talk to anything (an HTTP client, a plug-in host) is left out.
 */

export type StoreKind = 'object storage' | 'database' | 'cache' | 'workflow store' | 'message system';

export interface ExternalStore {
  readonly name: string;
  readonly kind: StoreKind;
  /** Modules whose exports talk to it. */
  readonly modules: readonly string[];
  /** The exports that do, with members (`DynamoDB.DocumentClient`), where the package has others too. */
  readonly exports?: RegExp;
  /** A first argument that tells which store a client of many is made for: `knex({ client: 'pg' })`. */
  readonly mentions?: RegExp;
}

export const EXTERNAL_STORES: readonly ExternalStore[] = [
  // Object storage
  {
    name: 'Amazon S3',
    kind: 'object storage',
    modules: ['@aws-sdk/client-s3', '@aws-sdk/lib-storage', '@aws-sdk/s3-request-presigner', '@aws-sdk/s3-presigned-post'],
  },
  { name: 'Amazon S3', kind: 'object storage', modules: ['aws-sdk'], exports: /^S3\b/ },
  { name: 'Google Cloud Storage', kind: 'object storage', modules: ['@google-cloud/storage'] },
  { name: 'Cloud Storage for Firebase', kind: 'object storage', modules: ['firebase-admin/storage', 'firebase/storage'] },
  { name: 'Cloud Storage for Firebase', kind: 'object storage', modules: ['firebase-admin'], exports: /^storage\b/ },
  {
    name: 'Azure Blob Storage',
    kind: 'object storage',
    modules: ['@azure/storage-blob', '@azure/storage-file-share', '@azure/storage-file-datalake'],
  },
  { name: 'Vercel Blob', kind: 'object storage', modules: ['@vercel/blob'] },
  { name: 'Netlify Blobs', kind: 'object storage', modules: ['@netlify/blobs'] },
  { name: 'MinIO', kind: 'object storage', modules: ['minio'] },
  { name: 'Cloudinary', kind: 'object storage', modules: ['cloudinary'] },
  { name: 'UploadThing', kind: 'object storage', modules: ['uploadthing/server'] },
  // Databases
  {
    name: 'Amazon DynamoDB',
    kind: 'database',
    modules: [
      '@aws-sdk/client-dynamodb',
      'aws-sdk/clients/dynamodb',
      '@aws-sdk/lib-dynamodb',
      'dynamoose',
      'electrodb',
      'dynamodb-toolbox',
      'dynamodb-onetable',
      '@typedorm/core',
      '@aws-lambda-powertools/idempotency/dynamodb',
    ],
  },
  { name: 'Amazon DynamoDB', kind: 'database', modules: ['aws-sdk'], exports: /^DynamoDB\b/ },
  { name: 'Amazon RDS Data API', kind: 'database', modules: ['@aws-sdk/client-rds-data', 'data-api-client'] },
  { name: 'Amazon DocumentDB', kind: 'database', modules: ['@aws-sdk/client-docdb'] },
  { name: 'Amazon Timestream', kind: 'database', modules: ['@aws-sdk/client-timestream-write', '@aws-sdk/client-timestream-query'] },
  { name: 'Amazon Redshift', kind: 'database', modules: ['@aws-sdk/client-redshift-data'] },
  { name: 'Amazon Athena', kind: 'database', modules: ['@aws-sdk/client-athena'] },
  { name: 'Amazon Neptune', kind: 'database', modules: ['@aws-sdk/client-neptunedata'] },
  { name: 'Amazon OpenSearch', kind: 'database', modules: ['@opensearch-project/opensearch', '@elastic/elasticsearch'] },
  {
    name: 'AWS Systems Manager parameters',
    kind: 'database',
    modules: ['@aws-sdk/client-ssm', 'aws-sdk/clients/ssm', '@aws-lambda-powertools/parameters/ssm'],
  },
  { name: 'AWS Systems Manager parameters', kind: 'database', modules: ['aws-sdk'], exports: /^SSM\b/ },
  { name: 'AWS AppConfig', kind: 'database', modules: ['@aws-sdk/client-appconfigdata', '@aws-lambda-powertools/parameters/appconfig'] },
  {
    name: 'AWS Secrets Manager',
    kind: 'database',
    modules: ['@aws-sdk/client-secrets-manager', '@aws-lambda-powertools/parameters/secrets'],
  },
  {
    name: 'PostgreSQL',
    kind: 'database',
    modules: [
      'pg',
      'pg-pool',
      'postgres',
      'pg-promise',
      'slonik',
      '@vercel/postgres',
      '@neondatabase/serverless',
      'drizzle-orm/node-postgres',
      'drizzle-orm/postgres-js',
      'drizzle-orm/neon-http',
      'drizzle-orm/neon-serverless',
      'drizzle-orm/vercel-postgres',
      '@prisma/adapter-pg',
      '@prisma/adapter-neon',
    ],
  },
  {
    name: 'MySQL',
    kind: 'database',
    modules: [
      'mysql',
      'mysql2',
      'mysql2/promise',
      'serverless-mysql',
      'mariadb',
      '@planetscale/database',
      'drizzle-orm/mysql2',
      'drizzle-orm/planetscale-serverless',
      '@tidbcloud/serverless',
    ],
  },
  { name: 'SQL Server', kind: 'database', modules: ['mssql', 'tedious'] },
  { name: 'Oracle Database', kind: 'database', modules: ['oracledb'] },
  { name: 'Prisma', kind: 'database', modules: ['@prisma/client', '@prisma/client/edge'], exports: /^PrismaClient\b/ },
  {
    name: 'Drizzle',
    kind: 'database',
    modules: ['drizzle-orm/aws-data-api/pg', 'drizzle-orm/pglite', 'drizzle-orm/mysql-proxy', 'drizzle-orm/pg-proxy'],
  },
  {
    name: 'TypeORM',
    kind: 'database',
    modules: ['typeorm', '@nestjs/typeorm'],
    exports:
      /^(DataSource|createConnection|getConnection|getManager|getRepository|getCustomRepository|Repository|EntityManager|InjectRepository)\b/,
  },
  {
    name: 'MikroORM',
    kind: 'database',
    modules: ['@mikro-orm/core', '@mikro-orm/postgresql', '@mikro-orm/mysql', '@mikro-orm/mongodb'],
    exports: /^(MikroORM|EntityManager|EntityRepository)\b/,
  },
  {
    name: 'Sequelize',
    kind: 'database',
    modules: ['sequelize', 'sequelize-typescript', '@sequelize/core'],
    exports: /^(Sequelize|Model|)(\.|$)/,
  },
  {
    name: 'PostgreSQL',
    kind: 'database',
    modules: ['knex', 'kysely'],
    exports: /^(knex|Kysely|PostgresDialect|)(\.|$)/,
    mentions: /postgres|['"]pg['"]|PostgresDialect/,
  },
  { name: 'MySQL', kind: 'database', modules: ['knex', 'kysely'], exports: /^(knex|Kysely|MysqlDialect|)(\.|$)/, mentions: /mysql/i },
  { name: 'SQL database (Knex)', kind: 'database', modules: ['knex', 'objection'], exports: /^(knex|Model|)(\.|$)/ },
  { name: 'SQL database (Kysely)', kind: 'database', modules: ['kysely'], exports: /^Kysely\b/ },
  { name: 'MongoDB', kind: 'database', modules: ['mongodb', 'mongoose', 'monk', '@typegoose/typegoose', '@nestjs/mongoose', 'papr'] },
  {
    name: 'Firestore',
    kind: 'database',
    modules: ['@google-cloud/firestore', 'firebase-admin/firestore', 'firebase/firestore', 'firebase/firestore/lite'],
  },
  { name: 'Firestore', kind: 'database', modules: ['firebase-admin'], exports: /^(default\.)?firestore\b/ },
  { name: 'Firebase Realtime Database', kind: 'database', modules: ['firebase-admin/database', 'firebase/database'] },
  { name: 'Firebase Realtime Database', kind: 'database', modules: ['firebase-admin'], exports: /^database\b/ },
  { name: 'Firebase Remote Config', kind: 'database', modules: ['firebase-admin/remote-config'] },
  { name: 'Cloud Datastore', kind: 'database', modules: ['@google-cloud/datastore'] },
  { name: 'Cloud Spanner', kind: 'database', modules: ['@google-cloud/spanner'] },
  { name: 'Cloud Bigtable', kind: 'database', modules: ['@google-cloud/bigtable'] },
  { name: 'BigQuery', kind: 'database', modules: ['@google-cloud/bigquery'] },
  { name: 'Azure Cosmos DB', kind: 'database', modules: ['@azure/cosmos'] },
  { name: 'Azure Table Storage', kind: 'database', modules: ['@azure/data-tables'] },
  { name: 'Azure App Configuration', kind: 'database', modules: ['@azure/app-configuration'] },
  { name: 'Supabase', kind: 'database', modules: ['@supabase/supabase-js', '@supabase/ssr', '@supabase/auth-helpers-nextjs'] },
  { name: 'FaunaDB', kind: 'database', modules: ['faunadb', 'fauna'] },
  { name: 'Turso (libSQL)', kind: 'database', modules: ['@libsql/client/web', '@libsql/client/http', '@tursodatabase/serverless'] },
  { name: 'Convex', kind: 'database', modules: ['convex/browser', 'convex/nextjs'] },
  { name: 'Cassandra', kind: 'database', modules: ['cassandra-driver'] },
  { name: 'ClickHouse', kind: 'database', modules: ['@clickhouse/client', '@clickhouse/client-web'] },
  { name: 'Neo4j', kind: 'database', modules: ['neo4j-driver'] },
  { name: 'SurrealDB', kind: 'database', modules: ['surrealdb', 'surrealdb.js'] },
  { name: 'Couchbase', kind: 'database', modules: ['couchbase'] },
  { name: 'CouchDB', kind: 'database', modules: ['nano'] },
  { name: 'InfluxDB', kind: 'database', modules: ['@influxdata/influxdb-client'] },
  { name: 'Airtable', kind: 'database', modules: ['airtable'] },
  { name: 'Appwrite', kind: 'database', modules: ['node-appwrite'], exports: /^(Databases|TablesDB)\b/ },
  { name: 'Appwrite', kind: 'object storage', modules: ['node-appwrite'], exports: /^Storage\b/ },
  { name: 'PocketBase', kind: 'database', modules: ['pocketbase'] },
  { name: 'Pinecone', kind: 'database', modules: ['@pinecone-database/pinecone'] },
  { name: 'Qdrant', kind: 'database', modules: ['@qdrant/js-client-rest'] },
  { name: 'Weaviate', kind: 'database', modules: ['weaviate-client'] },
  { name: 'Upstash Vector', kind: 'database', modules: ['@upstash/vector'] },
  { name: 'Vercel Edge Config', kind: 'database', modules: ['@vercel/edge-config'] },
  { name: 'Consul', kind: 'database', modules: ['consul'] },
  { name: 'etcd', kind: 'database', modules: ['etcd3'] },
  { name: 'ZooKeeper', kind: 'database', modules: ['node-zookeeper-client', 'zookeeper'] },
  // Caches
  {
    name: 'Redis',
    kind: 'cache',
    modules: [
      'redis',
      'ioredis',
      '@redis/client',
      'handy-redis',
      '@nestjs-modules/ioredis',
      'connect-redis',
      '@keyv/redis',
      'keyv-redis',
      'cache-manager-redis-store',
      'cache-manager-redis-yet',
      'cache-manager-ioredis-yet',
      'rate-limit-redis',
      '@socket.io/redis-adapter',
      'redlock',
      'redis-semaphore',
      '@aws-lambda-powertools/idempotency/cache',
      'graphql-redis-subscriptions',
      'unstorage/drivers/redis',
      '@fastify/redis',
    ],
  },
  { name: 'Redis', kind: 'cache', modules: ['rate-limiter-flexible'], exports: /^RateLimiterRedis\b/ },
  { name: 'Upstash Redis', kind: 'cache', modules: ['@upstash/redis', '@upstash/redis/cloudflare', '@upstash/ratelimit', '@upstash/lock'] },
  { name: 'Vercel KV', kind: 'cache', modules: ['@vercel/kv'] },
  { name: 'Memcached', kind: 'cache', modules: ['memcached', 'memjs', 'memcache-plus'] },
  { name: 'Momento', kind: 'cache', modules: ['@gomomento/sdk', '@gomomento/sdk-web'] },
  {
    name: 'Next.js data cache',
    kind: 'cache',
    modules: ['next/cache'],
    exports: /^(unstable_cache|cacheLife|cacheTag|unstable_cacheLife|unstable_cacheTag)$/,
  },
  // Workflow stores
  { name: 'AWS Step Functions', kind: 'workflow store', modules: ['@aws-sdk/client-sfn', 'aws-sdk/clients/stepfunctions'] },
  { name: 'AWS Step Functions', kind: 'workflow store', modules: ['aws-sdk'], exports: /^StepFunctions\b/ },
  { name: 'AWS Lambda durable execution', kind: 'workflow store', modules: ['@aws/durable-execution-sdk-js'] },
  { name: 'Azure Durable Functions', kind: 'workflow store', modules: ['durable-functions'] },
  { name: 'Google Cloud Workflows', kind: 'workflow store', modules: ['@google-cloud/workflows'] },
  { name: 'Temporal', kind: 'workflow store', modules: ['@temporalio/client', '@temporalio/workflow', '@temporalio/activity'] },
  { name: 'Inngest', kind: 'workflow store', modules: ['inngest'] },
  { name: 'Trigger.dev', kind: 'workflow store', modules: ['@trigger.dev/sdk', '@trigger.dev/sdk/v3'] },
  { name: 'Upstash Workflow', kind: 'workflow store', modules: ['@upstash/workflow', '@upstash/workflow/nextjs'] },
  { name: 'Vercel Workflow', kind: 'workflow store', modules: ['workflow', 'workflow/api'] },
  { name: 'DBOS', kind: 'workflow store', modules: ['@dbos-inc/dbos-sdk'] },
  { name: 'Restate', kind: 'workflow store', modules: ['@restatedev/restate-sdk', '@restatedev/restate-sdk-clients'] },
  { name: 'Cloudflare Workflows', kind: 'workflow store', modules: ['cloudflare:workflows'] },
  // Message systems
  { name: 'Amazon SQS', kind: 'message system', modules: ['@aws-sdk/client-sqs', 'aws-sdk/clients/sqs', 'sqs-producer', 'sqs-consumer'] },
  { name: 'Amazon SQS', kind: 'message system', modules: ['aws-sdk'], exports: /^SQS\b/ },
  { name: 'Amazon SNS', kind: 'message system', modules: ['@aws-sdk/client-sns', 'aws-sdk/clients/sns'] },
  { name: 'Amazon SNS', kind: 'message system', modules: ['aws-sdk'], exports: /^SNS\b/ },
  {
    name: 'Amazon EventBridge',
    kind: 'message system',
    modules: ['@aws-sdk/client-eventbridge', 'aws-sdk/clients/eventbridge', '@aws-sdk/client-scheduler'],
  },
  { name: 'Amazon EventBridge', kind: 'message system', modules: ['aws-sdk'], exports: /^EventBridge\b/ },
  {
    name: 'Amazon Kinesis',
    kind: 'message system',
    modules: ['@aws-sdk/client-kinesis', 'aws-sdk/clients/kinesis', '@aws-sdk/client-firehose'],
  },
  { name: 'Amazon Kinesis', kind: 'message system', modules: ['aws-sdk'], exports: /^(Kinesis|Firehose)\b/ },
  { name: 'AWS IoT messages', kind: 'message system', modules: ['@aws-sdk/client-iot-data-plane'] },
  { name: 'AWS Lambda, asynchronous', kind: 'message system', modules: ['@aws-sdk/client-lambda'] },
  { name: 'Google Cloud Pub/Sub', kind: 'message system', modules: ['@google-cloud/pubsub'] },
  { name: 'Google Cloud Tasks', kind: 'message system', modules: ['@google-cloud/tasks', 'firebase-admin/functions'] },
  { name: 'Azure Service Bus', kind: 'message system', modules: ['@azure/service-bus'] },
  { name: 'Azure Event Hubs', kind: 'message system', modules: ['@azure/event-hubs', '@azure/eventhubs-checkpointstore-blob'] },
  { name: 'Azure Event Grid', kind: 'message system', modules: ['@azure/eventgrid'] },
  { name: 'Azure Queue Storage', kind: 'message system', modules: ['@azure/storage-queue'] },
  { name: 'Upstash QStash', kind: 'message system', modules: ['@upstash/qstash', '@upstash/qstash/nextjs'] },
  { name: 'Vercel Queues', kind: 'message system', modules: ['@vercel/queue'] },
  { name: 'BullMQ', kind: 'message system', modules: ['bullmq', 'bull', 'bee-queue', '@nestjs/bullmq', '@nestjs/bull'] },
  { name: 'pg-boss', kind: 'message system', modules: ['pg-boss'] },
  { name: 'Graphile Worker', kind: 'message system', modules: ['graphile-worker'] },
  { name: 'Kafka', kind: 'message system', modules: ['kafkajs', 'node-rdkafka', '@confluentinc/kafka-javascript', '@upstash/kafka'] },
  { name: 'RabbitMQ', kind: 'message system', modules: ['amqplib', 'amqp-connection-manager', 'rascal'] },
  { name: 'NATS', kind: 'message system', modules: ['nats', '@nats-io/transport-node', '@nats-io/jetstream'] },
  { name: 'MQTT', kind: 'message system', modules: ['mqtt'] },
  { name: 'Ably', kind: 'message system', modules: ['ably'] },
  { name: 'Pusher', kind: 'message system', modules: ['pusher'] },
];

/** Stores that no import names: a platform hands them over as bindings or globals. */
export interface BoundStore {
  readonly name: string;
  readonly kind: StoreKind;
  /** The type of the binding, where the file says it: `LINKS: KVNamespace`. */
  readonly types?: RegExp;
  /** Methods that only this kind of binding has: `env.ROOMS.idFromName(…)`. */
  readonly methods?: RegExp;
  /** Names of bindings that break a tie between kinds with the same methods. */
  readonly bindings?: RegExp;
  /** Dotted names of globals: `Deno.openKv`, `caches.default`. */
  readonly globals?: RegExp;
}

export const BOUND_STORES: readonly BoundStore[] = [
  {
    name: 'Durable Objects',
    kind: 'database',
    types: /^DurableObjectNamespace$/,
    methods: /^(idFromName|idFromString|newUniqueId|getByName)$/,
  },
  { name: 'Cloudflare D1', kind: 'database', types: /^D1Database$/, methods: /^(prepare|dump|withSession)$/ },
  { name: 'Cloudflare Hyperdrive', kind: 'database', types: /^Hyperdrive$/ },
  {
    name: 'Cloudflare R2',
    kind: 'object storage',
    types: /^R2Bucket$/,
    methods: /^(createMultipartUpload|resumeMultipartUpload)$/,
    bindings: /R2|BUCKET|BLOB|UPLOADS?|FILES?|IMAGES?|MEDIA|STORAGE|ASSETS_STORE|DOCUMENTS?|ATTACHMENTS?|BACKUPS?/,
  },
  { name: 'Cloudflare Queues', kind: 'message system', types: /^Queue$/, methods: /^(send|sendBatch)$/ },
  { name: 'Cloudflare Workflows', kind: 'workflow store', types: /^Workflow$/, methods: /^(createBatch)$/, bindings: /WORKFLOW/ },
  { name: 'Cloudflare Vectorize', kind: 'database', types: /^Vectorize(Index)?$/, bindings: /VECTORIZE/ },
  { name: 'Workers KV', kind: 'database', types: /^KVNamespace$/, methods: /^(getWithMetadata|put|get|delete|list)$/ },
  { name: 'Deno KV', kind: 'database', globals: /^Deno\.openKv$/ },
  { name: 'Cache API', kind: 'cache', globals: /^caches\.(default|open)$/ },
];
