CREATE TABLE switches (name text PRIMARY KEY, enabled boolean NOT NULL);
