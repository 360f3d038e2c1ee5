-- A rating is folded by agent and number: without this, each new one reads all ratings that there are.
CREATE INDEX ratings_subject ON ratings ((agent || '/' || number::text));
