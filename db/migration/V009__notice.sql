-- What an audience is told, page by page: the cursors move in the transaction that adds the page.
create table telling (
    id                   bigint generated always as identity primary key,
    reference            text not null references vendor_change,
    round                int not null,
    occasion             text not null,
    number               int not null,
    register             text not null,
    policy_version       int not null,
    created_at           timestamptz not null,
    contractual_mailing  bigint not null,
    newsletter_mailing   bigint,
    cursor               bigint not null default 0,
    subscriber_cursor    bigint,
    cut_at               timestamptz,
    unique (reference, round, occasion, number)
);
create index telling_uncut on telling (id) where cut_at is null;

-- One customer told of one change in one round; owns its clock. The terms are frozen here.
create table notice (
    id                       bigint generated always as identity primary key,
    reference                text not null references vendor_change,
    round                    int not null,
    register                 text not null,
    policy_version           int not null,
    customer                 bigint not null,
    told                     boolean not null,
    may_object               boolean not null,
    notice_period            text not null,
    notice_clause            text not null,
    objection_period         text not null,
    objection_clause         text not null,
    created_at               timestamptz not null,
    started_at               timestamptz,
    started_by               text,
    notice_last_day          date,
    notice_ends_at           timestamptz,
    notice_explanation       text,
    objection_last_day       date,
    objections_close_at      timestamptz,
    objection_explanation    text,
    bound_until              timestamptz,
    unreached_since          timestamptz,
    acknowledged_at          timestamptz,
    acknowledged_by          bigint,
    left_out_at              timestamptz,
    superseded_at            timestamptz,
    unique (reference, round, customer)
);
create index notice_of_customer on notice (customer);

-- Which contacts a notice was written to, and what became of it.
create table notice_contact (
    notice   bigint not null references notice,
    contact  bigint not null,
    state    text not null,
    at       timestamptz not null,
    primary key (notice, contact)
);
