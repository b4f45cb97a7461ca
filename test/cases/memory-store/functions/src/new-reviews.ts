import { PubSub } from '@google-cloud/pubsub';
import { onDocumentCreated } from 'firebase-functions/v2/firestore';

const pubsub = new PubSub();
const topic = pubsub.topic('reviews-to-moderate');

export const newReview = onDocumentCreated('reviews/{id}', async (event) => {
  const review = event.data?.data();
  if (!review || review.text.trim() === '') {
    return;
  }
  await topic.publishMessage({ json: { id: event.params.id, text: review.text } });
});
