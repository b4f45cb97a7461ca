CREATE TABLE reports (month text PRIMARY KEY, content bytea NOT NULL, created_at timestamptz NOT NULL DEFAULT now());
