import { GetRecordsCommand, GetShardIteratorCommand, KinesisClient } from '@aws-sdk/client-kinesis';
import { replay } from './replay';

const kinesis = new KinesisClient({});

export const handler = async (event: { stream: string; shard: string; from: string }): Promise<{ replayed: number }> => {
  const first = await kinesis.send(
    new GetShardIteratorCommand({
      StreamName: event.stream,
      ShardId: event.shard,
      ShardIteratorType: 'AT_TIMESTAMP',
      Timestamp: new Date(event.from),
    }),
  );
  const position = { iterator: first.ShardIterator, replayed: 0 };
  while (position.iterator) {
    const page = await kinesis.send(new GetRecordsCommand({ ShardIterator: position.iterator }));
    if (!page.Records?.length) break;
    await replay(page.Records);
    position.replayed += page.Records.length;
    position.iterator = page.NextShardIterator;
  }
  return { replayed: position.replayed };
};
