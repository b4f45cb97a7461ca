CREATE TABLE claims (
  id text PRIMARY KEY,
  done boolean NOT NULL DEFAULT false,
  lease_until timestamptz NOT NULL,
  claimed_at timestamptz NOT NULL DEFAULT now()
);
