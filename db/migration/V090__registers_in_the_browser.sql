-- Registers that are kept here as well as those that come from a file: whose word counts, when it was archived, and a count of what changed of it.
alter table register
    add column origin      text not null default 'FILE' check (origin in ('FILE', 'HERE')),
    add column epoch       int  not null default 1,
    add column archived_at timestamptz;

-- What somebody is typing of a register that there is not yet. Nothing of it is public, and it is deleted when it is published or discarded.
create table register_draft (
    id         bigint generated always as identity primary key,
    epoch      int         not null default 1,
    -- JSON as it was typed, with characters that jsonb does not take
    content    text        not null,
    changed_by text        not null references staff,
    changed_at timestamptz not null
);

-- What one administrator asked for of a register and another has to confirm, at most one for each: its settings and its promise as they would be.
create table register_request (
    id       bigint generated always as identity unique,
    register text        primary key references register,
    epoch    int         not null,
    wanted   jsonb       not null,
    asked_by text        not null references staff,
    asked_at timestamptz not null
);

-- All nodes keep registers and lists in memory, and hear of another.
create trigger wake_for_register after insert or update on register for each statement execute function wake('PROCESS');
create trigger wake_for_version after insert on register_version for each statement execute function wake('PROCESS');
