-- A last day of the publisher's that it let pass, once the customer of the case was told so.
create table missed_day (
    objection bigint      not null references objection,
    due_at    timestamptz not null,
    told_at   timestamptz not null,
    primary key (objection, due_at)
);
comment on column missed_day.due_at is 'when that last day ended';
create index objection_awaiting_publisher on objection (due_at)
    where settled_at is null and state in ('ASSESSMENT', 'CONTESTED', 'CURE');
