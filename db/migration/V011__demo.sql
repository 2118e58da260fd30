-- Only a demonstration has a row here: when its story begins, and how far its clock is ahead of the real one.
create table demo (
    id            boolean primary key default true check (id),
    begins_at     timestamptz not null,
    -- negative while the story is still in the past
    ahead_millis  bigint not null
);

-- What of the demonstration's story has been told, so that a start that was interrupted goes on where it stood.
create table demo_step (
    name        text primary key,
    done_at     timestamptz not null
);
