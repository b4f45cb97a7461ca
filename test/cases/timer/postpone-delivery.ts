import { app, type InvocationContext } from '@azure/functions';
import { ServiceBusClient } from '@azure/service-bus';
import { isOpen, route } from './depots';

const bus = new ServiceBusClient(process.env.BUS!);
const sender = bus.createSender('deliveries');

export async function planDelivery(message: unknown, context: InvocationContext): Promise<void> {
  const delivery = message as { id: string; depot: string };
  if (await isOpen(delivery.depot)) {
    await route(delivery);
    return;
  }
  context.warn(`depot ${delivery.depot} is closed`);
  setTimeout(() => sender.sendMessages({ body: delivery }), 45 * 60_000); // flag: no-memory-timer
}

app.serviceBusQueue('planDelivery', { queueName: 'deliveries', connection: 'BUS', handler: planDelivery });
