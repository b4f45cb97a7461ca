CREATE TABLE deliveries (
  id text PRIMARY KEY,
  attempts integer NOT NULL,
  last_attempt_at timestamptz NOT NULL DEFAULT now()
);
