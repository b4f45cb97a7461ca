/** Workflow engines and consumers of queues. */
import type { Platform } from './form.js';

export const JOBS: readonly Platform[] = [
  {
    name: 'Inngest',
    forms: [
      { trigger: 'job', calls: ['createFunction'], on: /inngest/i, parameters: ['request'] },
      { trigger: 'job', calls: ['createFunction'], from: ['inngest'], parameters: ['request'] },
    ],
  },
  {
    name: 'Trigger.dev',
    forms: [
      { trigger: 'job', calls: ['task', 'schemaTask'], from: ['@trigger.dev/'], parameters: ['request', 'context'] },
      { trigger: 'schedule', calls: ['schedules.task'], from: ['@trigger.dev/'], parameters: ['request', 'context'] },
      { trigger: 'job', calls: ['client.defineJob'], parameters: ['request', 'platform', 'context'] },
    ],
  },
  {
    name: 'Temporal',
    forms: [
      {
        trigger: 'job',
        triggerName: 'activity',
        calls: ['Worker.create'],
        from: ['@temporalio/worker'],
        parameters: ['request', 'request', 'request', 'request'],
      },
      {
        trigger: 'job',
        triggerName: 'activity',
        exports: ['*'],
        beside: ['@temporalio/activity'],
        parameters: ['request', 'request', 'request', 'request'],
      },
      {
        trigger: 'job',
        triggerName: 'activity',
        exports: ['*'],
        files: /(^|\/)[\w-]*temporal[\w-]*\/(.+\/)?activities(\/.+)?\.[cm]?[jt]s$/,
        parameters: ['request', 'request', 'request', 'request'],
      },
    ],
  },
  {
    name: 'Restate',
    forms: [{ trigger: 'job', calls: ['service', 'object', 'workflow'], from: ['@restatedev/'], parameters: ['context', 'request'] }],
  },
  {
    name: 'BullMQ',
    forms: [
      {
        trigger: 'queue',
        routers: ['Worker', 'WorkerPro'],
        from: ['bullmq', '@taskforcesh/bullmq-pro'],
        methods: ['on'],
        parameters: ['request', 'platform', 'platform'],
      },
      {
        trigger: 'queue',
        routers: ['default', 'Queue'],
        from: ['bull', 'bee-queue', 'kue'],
        methods: ['process', 'on'],
        parameters: ['request', 'platform'],
      },
    ],
  },
  {
    name: 'Kafka',
    forms: [{ trigger: 'stream', calls: ['consumer.run', 'default.consumer.run'], from: ['kafkajs'], parameters: ['request'] }],
  },
  {
    name: 'sqs-consumer',
    forms: [{ trigger: 'queue', triggerName: 'SQS', calls: ['Consumer.create'], from: ['sqs-consumer'], parameters: ['request'] }],
  },
];
