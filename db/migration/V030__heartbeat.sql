-- One row that a node writes anew when it is asked whether it is ready: only a write that is committed shows that the
-- database takes writes at all.
create table heartbeat (
    id      integer primary key check (id = 1),
    beat_at timestamptz not null
);

insert into heartbeat values (1, now());
