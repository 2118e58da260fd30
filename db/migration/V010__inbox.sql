-- Customers none of whose contacts could be reached: tasks for people, one a notice.
create table reach_task (
    notice      bigint primary key references notice,
    reference   text not null,
    round       int not null,
    created_at  timestamptz not null,
    ended_at    timestamptz
);
create index reach_task_open on reach_task (reference, created_at) where ended_at is null;
