-- By when finance is to approve and to pay a refund, and whether the customer was told that the day was missed.
create table refund_day (
    termination text        not null references termination,
    stage       text        not null check (stage in ('APPROVAL', 'PAYMENT')),
    ends_at     timestamptz not null,
    told_at     timestamptz,
    primary key (termination, stage)
);
comment on column refund_day.ends_at is 'when the last day for it ends';
create index refund_day_to_tell on refund_day (ends_at) where told_at is null;
