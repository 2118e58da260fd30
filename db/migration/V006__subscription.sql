-- Who asked to be on a public notification list, who confirmed it, and who left.

create table subscription (
    id bigint generated always as identity primary key,
    register text not null,
    email text not null,
    -- the last time it was asked for; a confirmation is good for some days from then
    asked_at timestamptz not null,
    -- how often it was asked for since, so that nobody's mailbox can be filled by a form
    counted_from timestamptz not null,
    asked integer not null default 0,
    confirmed_at timestamptz,
    left_at timestamptz,
    -- raised whenever its owner leaves, which revokes the links to come back
    epoch integer not null default 0
);

-- addresses are compared without case
create unique index subscription_by_address on subscription (register, lower(email));

-- the list is walked in pages by id
create index subscription_on_list on subscription (register, id) where confirmed_at is not null and left_at is null;
