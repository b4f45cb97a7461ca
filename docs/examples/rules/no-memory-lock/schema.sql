CREATE TABLE leases (
  name text PRIMARY KEY,
  fence integer NOT NULL,
  held_until timestamptz NOT NULL
);
