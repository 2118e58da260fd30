-- Codes that prove that whoever confirms an act reads the mailbox of a contact with authority.
-- All times are real time, of this database: a code is about a person at a keyboard, not about a legal period.

create table one_time_code (
    id          bigint generated always as identity primary key,
    purpose     text        not null,
    act         text        not null,
    holder      bigint      not null,
    -- the key of the hash is a key that signs links: this table alone does not tell a code
    key_id      integer     not null,
    hash        bytea       not null check (length(hash) = 32),
    issued_at   timestamptz not null default now(),
    expires_at  timestamptz not null,
    replaced_at timestamptz,
    redeemed_at timestamptz
);
create index one_time_code_act on one_time_code (act);
create index one_time_code_issued on one_time_code (issued_at);

-- Apart from the code: a wrong try is written down in a transaction of its own while the one that redeems may hold the code's row.
create table one_time_try (
    code  bigint  primary key references one_time_code on delete cascade,
    wrong integer not null default 0
);
