-- Of a notice that no contact could be given, when that was first so: it stays, once somebody was reached, since a change that went first is in
-- use for that customer only from then on.
alter table notice add column missed_at timestamptz;
update notice set missed_at = unreached_since where unreached_since is not null;
