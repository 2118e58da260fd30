-- The published lists of sub-processors, the policies they promise, and their immutable versions.

create table register (
    id             text primary key check (id ~ '^[a-z0-9-]+$'),
    prefix         text not null unique,
    settings       jsonb not null,
    policy_version int not null check (policy_version > 0)
);

create table register_policy (
    register  text not null references register,
    version   int not null check (version > 0),
    policy    jsonb not null,
    loaded_at timestamptz not null,
    primary key (register, version)
);

create table register_version (
    register     text not null references register,
    number       int not null check (number > 0),
    published_at timestamptz not null,
    entries      jsonb not null,
    history      jsonb not null,
    change       text,
    primary key (register, number)
);

create index register_version_change on register_version (change);

-- What was published, and what was promised, stays as it was.
create function refuse_rewriting_the_register() returns trigger language plpgsql as $$
begin
    raise exception 'a row of % is immutable', tg_table_name;
end $$;

create trigger register_version_is_immutable before update or delete or truncate on register_version
    for each statement execute function refuse_rewriting_the_register();
create trigger register_policy_is_immutable before update or delete or truncate on register_policy
    for each statement execute function refuse_rewriting_the_register();
