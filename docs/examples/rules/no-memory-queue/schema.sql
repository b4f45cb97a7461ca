CREATE TABLE account_changes (id text PRIMARY KEY, account text NOT NULL);
CREATE TABLE outbox (
  position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  entry jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
