CREATE TABLE limits (key text PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint);
