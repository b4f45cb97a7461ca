CREATE TABLE jobs (
  id text PRIMARY KEY,
  next_step integer NOT NULL DEFAULT 0,
  updated_at timestamptz NOT NULL DEFAULT now()
);
