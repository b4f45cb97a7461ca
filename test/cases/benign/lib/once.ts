import { connect, type Connection } from './broker';

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    if (made === undefined) {
      made = make().catch((error: unknown) => {
        made = undefined;
        throw error;
      });
    }
    return made;
  };
}

const broker = once<Connection>(() => connect(process.env.BROKER_URL!));

export async function publish(topic: string, message: unknown): Promise<void> {
  const connection = await broker();
  await connection.publish(topic, JSON.stringify(message));
}
