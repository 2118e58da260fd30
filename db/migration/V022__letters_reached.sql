-- A customer's time to answer an offer, to contest a refusal or to elect a termination runs from when the letter that speaks of it
-- reached the customer, and waits while that has reached nobody. Times that run from a letter written before this go on as they were.
create table objection_letter (
    reference    text        not null references objection (reference),
    letter       text        not null,
    -- of the offer; 0 for a letter that is written once
    number       int         not null,
    written_at   timestamptz not null,
    -- the end of the customer's time as it states it
    stated_until timestamptz not null,
    -- how often it was written again
    times        int         not null,
    -- served by letter or in person instead
    served_at    timestamptz,
    -- since when nobody has it and nobody may still get it
    lost_at      timestamptz,
    primary key (reference, letter, number)
);
create index objection_letter_lost on objection_letter (lost_at) where lost_at is not null;

-- What became of it to each contact it was sent to.
create table objection_letter_contact (
    reference text        not null,
    letter    text        not null,
    number    int         not null,
    contact   bigint      not null,
    state     text        not null,
    at        timestamptz not null,
    primary key (reference, letter, number, contact),
    foreign key (reference, letter, number) references objection_letter
);
