-- The code with which the first administrator is made, while there are no staff. One row, or none once it was used; a start makes another.
-- Only the digest is kept: whoever reads this table cannot begin with it.
create table setup_code (
    only_one boolean primary key default true check (only_one),
    digest   text    not null check (digest ~ '^[0-9a-f]{64}$'),
    tries    integer not null default 0 check (tries >= 0)
);
