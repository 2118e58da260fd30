-- A vendor change and its rounds. The proposal of a round is kept whole, as it was handed in.
create table vendor_change (
    reference     text primary key,
    register      text not null,
    state         text not null,
    round         int not null,
    announced_at  timestamptz,
    published_at  timestamptz,
    postponed_to  date,
    version       int not null default 0,
    created_at    timestamptz not null
);
create index vendor_change_newest on vendor_change (register, created_at desc);
create index vendor_change_running on vendor_change (created_at)
    where state not in ('REJECTED', 'PUBLISHED', 'UNLISTED', 'WITHDRAWN');

create table vendor_change_round (
    reference       text not null references vendor_change,
    number          int not null,
    proposal        jsonb not null,
    proposed_by     text not null,
    proposed_at     timestamptz not null,
    classification  jsonb,
    review          jsonb,
    primary key (reference, number)
);

-- The names a running change touches; nobody else's change may touch them at the same time.
create table vendor_change_claim (
    register   text not null,
    entry_key  text not null,
    reference  text not null references vendor_change,
    primary key (register, entry_key)
);
create index vendor_change_claim_of on vendor_change_claim (reference);

-- The next number of a register's references, by year.
create table vendor_change_number (
    register  text not null,
    year      int not null,
    last      int not null,
    primary key (register, year)
);
