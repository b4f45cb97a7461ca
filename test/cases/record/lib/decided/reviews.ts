// People decide about a review; no work of the program goes on between two of its states.
interface Review {
  id: string;
  text: string;
  status: 'pending' | 'approved' | 'rejected';
}

const reviews = new Map<string, Review>(); // flag: no-memory-record

export function submitReview(review: Review): void {
  reviews.set(review.id, { ...review, status: 'pending' });
}

export function approveReview(id: string): void {
  const review = reviews.get(id);
  if (review) review.status = 'approved';
}

export function rejectReview(id: string): void {
  const review = reviews.get(id);
  if (review) review.status = 'rejected';
}

export function reviewOf(id: string): Review | undefined {
  return reviews.get(id);
}
