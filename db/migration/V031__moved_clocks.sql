-- Changes some of whose clocks started, stopped or moved, and whose process is to be told. Many customers may acknowledge in the same
-- minute, each in a transaction of its own: a row each, so that none waits for another, and the process is told once for all of them.
create table moved_clock (
    id        bigint generated always as identity primary key,
    reference text not null references vendor_change
);
create index moved_clock_of_change on moved_clock (reference);

-- Only the first that waits wakes.
create function wake_for_moved_clock() returns trigger language plpgsql as $$
begin
    if not exists (select from moved_clock where id < new.id) then
        perform pg_notify('fairnotice', 'PROCESS');
    end if;
    return null;
end $$;
create constraint trigger wake_for_moved_clock after insert on moved_clock deferrable initially deferred
    for each row execute function wake_for_moved_clock();
