CREATE TABLE checkpoints (source text PRIMARY KEY, cursor text NOT NULL DEFAULT '');
CREATE TABLE invoices (source text, id text, cents integer NOT NULL, PRIMARY KEY (source, id));
