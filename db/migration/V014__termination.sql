-- The end of orders that customers elected, and the refunds.
create sequence termination_number;

create table termination (
    reference       text primary key,
    -- one objection leads to one termination at most
    objection       text not null unique,
    change          text not null,
    register        text not null,
    customer        bigint not null,
    policy_version  int not null,
    elected_by      bigint not null,
    elected_at      timestamptz not null,
    -- as it was worked out for the customer; never updated
    worksheet       jsonb not null,
    state           text not null,
    approval        jsonb,
    payouts         jsonb not null default '[]',
    paid_by         text,
    paid_at         timestamptz,
    confirmed_at    timestamptz,
    version         int not null default 0
);
create index termination_by_state on termination (state, elected_at desc);
create index termination_by_customer on termination (customer);

-- What ended, so that nothing is refunded twice; an empty line stands for the order as a whole.
create table termination_line (
    customer   bigint not null,
    order_id   text not null,
    line_id    text not null,
    reference  text not null references termination,
    primary key (customer, order_id, line_id)
);

-- The statement as the customer got it.
create table refund_statement (
    reference  text primary key references termination,
    pdf        bytea not null,
    made_at    timestamptz not null
);
