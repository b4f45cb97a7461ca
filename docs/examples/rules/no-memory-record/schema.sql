CREATE TABLE orders (id text PRIMARY KEY, item text NOT NULL, placed_at timestamptz NOT NULL DEFAULT now());
