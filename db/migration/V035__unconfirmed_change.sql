-- What somebody changed of a customer with an open case and nobody else has confirmed yet: open cases go on with the contacts and orders
-- as they were before.
create table customer_unconfirmed (
    customer bigint primary key references customer,
    -- of the customer before the first of the changes
    revision bigint not null,
    contacts jsonb not null,
    orders jsonb not null,
    -- names of the fields that differ, as the ledger has them
    fields text[] not null,
    -- user names of all who changed something; none of them confirms
    changed_by text[] not null,
    -- legal time of the last change
    changed_at timestamptz not null
);
