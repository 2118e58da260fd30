-- A name without case, blanks, punctuation and what is not seen, by which a customer that was added is compared with those that are there.
create function name_key(name text) returns text language sql immutable strict
return lower(regexp_replace(normalize(name, nfkc),
       '[\s[:punct:]\u00AD\u034F\u115F\u1160\u200B-\u200D\u2010-\u201F\u3164\uFE00-\uFE0F\uFEFF\uFFA0]', '', 'g'));
create index customer_by_name_key on customer (register, name_key(name));

-- Which customers one resembled that was added.
alter table customer_unconfirmed add column resembles jsonb not null default '[]';
