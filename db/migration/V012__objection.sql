-- Objections, one live case per customer and change, and the thread of each.

-- Numbers of references have gaps where a filing was rolled back: a row that counts them would let one filing wait for the next.
create sequence objection_number;

create table objection (
    id                 bigint generated always as identity primary key,
    reference          text        not null unique,
    change_reference   text        not null references vendor_change,
    register           text        not null,
    -- the round its customer has been asked about last
    round              int         not null,
    policy_version     int         not null,
    -- null while it is to be matched
    customer           bigint      references customer,
    state              text        not null,
    -- as it was filed: channel, sender, grounds, orders
    filing             jsonb       not null,
    -- legal time at which it counts as filed
    received_at        timestamptz not null,
    late               boolean     not null,
    -- when the window it is measured by closes; null while no clock has started
    window_closes_at   timestamptz,
    answer_due_at      timestamptz not null,
    -- by when whoever has the turn is to act; null when nobody has
    due_at             timestamptz,
    assessed_by        text,
    refusal            text,
    contested          boolean     not null default false,
    -- what legal offered last
    offer              jsonb,
    offers             int         not null default 0,
    -- when the last of the orders it ended has ended
    leaves_at          timestamptz,
    -- the change went live without this customer, by a decision
    left_out_at        timestamptz,
    settled_at         timestamptz,
    -- the process that conducts it has been started
    begun_at           timestamptz,
    -- what its process has not heard yet
    wish               text,
    version            int         not null default 0
);
-- Exactly one live objection per customer and change (invariant 4).
create unique index objection_live on objection (change_reference, customer) where settled_at is null and customer is not null;
create index objection_of_change on objection (change_reference, id);
create index objection_of_customer on objection (customer, change_reference);
create index objection_open on objection (change_reference, state) where settled_at is null or state = 'TERMINATED';
create index objection_to_begin on objection (id) where begun_at is null;
create index objection_wishing on objection (id) where wish is not null;

create table objection_message (
    id         bigint generated always as identity primary key,
    objection  bigint      not null references objection,
    at         timestamptz not null,
    -- an actor's id, as in the ledger
    author     text        not null,
    kind       text        not null,
    internal   boolean     not null,
    text       text        not null
);
create index objection_message_of on objection_message (objection, id);

create table objection_attachment (
    id         bigint generated always as identity primary key,
    objection  bigint      not null references objection,
    message    bigint      not null references objection_message,
    name       text        not null,
    type       text        not null,
    size       int         not null,
    content    bytea       not null
);
create index objection_attachment_of on objection_attachment (objection, id);

-- Filed on the page open to all, by somebody whose address is not confirmed yet; counts from its filing once it is.
create table objection_unconfirmed (
    id               bigint generated always as identity primary key,
    change_reference text        not null references vendor_change,
    name             text        not null,
    organisation     text        not null,
    email            text        not null,
    grounds          text        not null,
    text             text        not null,
    filed_at         timestamptz not null,
    confirmed_at     timestamptz,
    objection        text
);
create index objection_unconfirmed_of on objection_unconfirmed (lower(email), filed_at);

-- whose address this is, asked when a filing from the page open to all is confirmed
create index contact_by_email on contact (lower(email));
