-- What a customer wrote against its refund waits until staff have written to it.
create index objection_message_disputing on objection_message (objection, id) where kind = 'DISPUTED';

-- Each such message is a task that arrives, once more while an earlier one waits.
create function arrive_to_answer_dispute() returns trigger language plpgsql as $$
begin
    insert into task_arrival (task)
    select 'dispute-' || o.reference from objection o where o.id = new.objection
    on conflict do nothing;
    return null;
end $$;
create trigger task_arrives after insert on objection_message for each row
    when (new.kind = 'DISPUTED') execute function arrive_to_answer_dispute();
