import { ExecutionAlreadyExists, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { SQSEvent } from 'aws-lambda';
import { bookCarrier, chargeCard, notifyCustomer } from '../outside/shipping';

const sfn = new SFNClient({});

/** The execution has the name of the order, so a repeated message does not start a second one. */
export const start = async (event: SQSEvent): Promise<void> => {
  for (const record of event.Records) {
    const { orderId } = JSON.parse(record.body) as { orderId: string };
    try {
      await sfn.send(
        new StartExecutionCommand({ stateMachineArn: process.env.SHIP_ARN, name: orderId, input: JSON.stringify({ orderId }) }),
      );
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error;
    }
  }
};

// One task a step: Charge → BookCarrier → NotifyCustomer. The service stores which are done, and repeats a task as its Retry says.
export const charge = ({ orderId }: { orderId: string }): Promise<void> => chargeCard(orderId, { idempotencyKey: `${orderId}/charge` });
export const book = ({ orderId }: { orderId: string }): Promise<void> => bookCarrier(orderId, { idempotencyKey: `${orderId}/carrier` });
export const notify = ({ orderId }: { orderId: string }): Promise<void> => notifyCustomer(orderId, { idempotencyKey: `${orderId}/mail` });
