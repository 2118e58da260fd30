-- Who acts: the publisher's staff, the keys that sign customers' links, and the tokens of machines.

create table staff (
    username      text primary key check (username ~ '^[a-z0-9][a-z0-9._-]{0,63}$'),
    name          text    not null,
    email         text    not null,
    password_hash text    not null check (password_hash like '{%}%'),
    roles         text[]  not null,
    disabled      boolean not null default false
);

-- A retired key signs no more and verifies until its row is deleted, when its last case has closed.
create table link_key (
    id         integer primary key check (id between 1 and 65535),
    secret     bytea       not null check (length(secret) = 32),
    created_at timestamptz not null default now(),
    retired_at timestamptz
);

-- Only the digest is kept: whoever reads this table cannot act with it.
create table api_token (
    digest     text primary key check (digest ~ '^[0-9a-f]{64}$'),
    username   text        not null references staff,
    created_at timestamptz not null default now(),
    last_used  timestamptz,
    revoked_at timestamptz
);
create index api_token_username on api_token (username);
