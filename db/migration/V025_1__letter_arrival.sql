-- A letter that nobody has and nobody may still get is a task that arrives, and arrives once more when it is lost once more.
create function arrive_to_reach_objector() returns trigger language plpgsql as $$
begin
    insert into task_arrival (task)
    values ('reach-' || new.reference || '-' || replace(lower(new.letter), '_', '-') || '-' || new.number)
    on conflict do nothing;
    return null;
end $$;
create trigger task_arrives after update of lost_at on objection_letter for each row
    when (old.lost_at is null and new.lost_at is not null) execute function arrive_to_reach_objector();
