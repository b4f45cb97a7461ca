CREATE TABLE shipments (order_id text PRIMARY KEY, next_step integer NOT NULL DEFAULT 0);
