-- Names a mailing in the Message-IDs of its messages, without counting what was sent; null for mailings of before, whose messages keep theirs.
alter table mailing add column label text;
alter table mailing alter column label set default left(replace(gen_random_uuid()::text, '-', ''), 12);
create unique index mailing_of_label on mailing (label) where label is not null;
