CREATE TABLE quotas (
  account text,
  month text,
  spent integer NOT NULL,
  PRIMARY KEY (account, month)
);
