-- Who signed, who is written to, what was bought and what was negotiated.

-- Raised for a customer whenever anything of it changes, in an import that holds its register's lock: a cursor over
-- revisions misses nobody.
create sequence customer_revision;

create table customer (
    id bigint generated always as identity primary key,
    register text not null,
    external_id text not null,
    name text not null,
    plan text not null,
    -- legal time at which it became a customer here
    since timestamptz not null,
    -- what it negotiated, as a contract writes it: "45 days"; null leaves the policy's word
    notice_period text,
    objection_period text,
    expedited_allowed boolean,
    terms_clause text,
    -- references of pending changes that were shown to it before it signed
    shown_changes text[] not null default '{}',
    revision bigint not null default nextval('customer_revision'),
    unique (register, external_id)
);

-- the audience is walked in pages by revision
create index customer_by_register on customer (register, revision);

create table contact (
    id bigint generated always as identity primary key,
    customer bigint not null references customer,
    position integer not null,
    name text not null,
    email text not null,
    roles text[] not null,
    -- raised to revoke every link the contact was ever given
    epoch integer not null default 0
);

-- addresses are compared without case
create unique index contact_by_address on contact (customer, lower(email));

create table customer_order (
    customer bigint not null references customer,
    external_id text not null,
    position integer not null,
    product text not null,
    begins date not null,
    -- last day, inclusive
    ends date not null check (ends >= begins),
    prepaid numeric not null check (prepaid >= 0),
    currency char(3) not null,
    primary key (customer, external_id)
);
