CREATE TABLE holds (id text PRIMARY KEY, held_until timestamptz NOT NULL);
CREATE INDEX holds_due ON holds (held_until);
