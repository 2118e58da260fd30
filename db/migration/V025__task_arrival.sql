-- Tasks whose people have not been told of them yet, each from the transaction that made it. By real time, since they are collected for
-- minutes, whatever a demonstration's clock shows. It notifies nobody: what stands here is told of minutes later.
create table task_arrival (
    task       text        primary key,
    arrived_at timestamptz not null default now()
);

create function arrive_in_engine() returns trigger language plpgsql as $$
begin
    insert into task_arrival (task) values (new.id_) on conflict do nothing;
    return null;
end $$;
create trigger task_arrives after insert on act_ru_task for each row execute function arrive_in_engine();

-- A customer that is to be reached once more is a task that arrives once more.
create function arrive_to_reach() returns trigger language plpgsql as $$
begin
    insert into task_arrival (task) values ('reach-' || new.notice) on conflict do nothing;
    return null;
end $$;
create trigger task_arrives after insert on reach_task for each row
    when (new.ended_at is null) execute function arrive_to_reach();
create trigger task_arrives_again after update of ended_at on reach_task for each row
    when (old.ended_at is not null and new.ended_at is null) execute function arrive_to_reach();
