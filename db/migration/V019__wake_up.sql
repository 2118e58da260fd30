-- Facts that are to be acted on wake whoever acts on them, on every node (decision record 10). Only those that say "there is something to
-- do": outcomes of messages and entries of the ledger are many, and a transaction that notifies waits for the one before it to end.

create function wake() returns trigger language plpgsql as $$
begin
    perform pg_notify('fairnotice', tg_argv[0]);
    return null;
end $$;

-- A letter that joins others nobody has taken yet wakes nobody: those it joins have, and who takes them looks again.
create function wake_for_batch() returns trigger language plpgsql as $$
begin
    if not exists (select from mail_batch
                   where done_at is null and (lease_until is null or lease_until < now()) and id < new.id) then
        perform pg_notify('fairnotice', 'MAIL');
    end if;
    return null;
end $$;
-- Asked at the end of the transaction: at its insert it might count on one who is done before this is committed.
create constraint trigger wake_for_batch after insert on mail_batch deferrable initially deferred
    for each row execute function wake_for_batch();
create trigger wake_for_released after update of owner on mail_batch for each row
    when (new.owner is null and new.done_at is null) execute function wake('MAIL');

-- A mailing goes through its batches to its end; one that nobody follows ends silently.
create trigger wake_for_finished after update of done_at on mail_batch for each row
    when (new.done_at is not null and new.reported_at is null) execute function wake('PROCESS');
create trigger wake_for_settled after update of settled_at on mailing for each row
    when (new.settled_at is not null and new.signalled_at is null) execute function wake('PROCESS');
create trigger wake_for_late after insert on mail_late for each statement execute function wake('PROCESS');

create trigger wake_for_telling after insert on telling for each statement execute function wake('PROCESS');
create trigger wake_for_arrival after insert or update of revision on customer for each statement
    execute function wake('PROCESS');
create trigger wake_for_moved after update of state, round on vendor_change for each row
    when ((old.state, old.round) is distinct from (new.state, new.round)) execute function wake('PROCESS');

-- Many may object at once, and cases are begun one after the other: only the first that waits wakes.
create function wake_for_filing() returns trigger language plpgsql as $$
begin
    if not exists (select from objection where begun_at is null and id < new.id) then
        perform pg_notify('fairnotice', 'PROCESS');
    end if;
    return null;
end $$;
create constraint trigger wake_for_filing after insert on objection deferrable initially deferred
    for each row when (new.begun_at is null) execute function wake_for_filing();
create trigger wake_for_wish after update of wish on objection for each row
    when (new.wish is not null and new.wish is distinct from old.wish) execute function wake('PROCESS');

-- What is no longer in the way may make a decision on a go-live needless; asked only while one is waited for.
create function wake_for_decision() returns trigger language plpgsql as $$
begin
    if exists (select from vendor_change where reference = new.change_reference and state = 'DECIDING') then
        perform pg_notify('fairnotice', 'PROCESS');
    end if;
    return null;
end $$;
create trigger wake_for_decision after update of state, left_out_at, settled_at on objection for each row
    when ((old.state, old.left_out_at, old.settled_at) is distinct from (new.state, new.left_out_at, new.settled_at))
    execute function wake_for_decision();

-- The same for a customer whose notice started outside of a mailing: served by letter, or acknowledged.
create function wake_for_started() returns trigger language plpgsql as $$
begin
    if exists (select from vendor_change where state = 'DECIDING') then
        perform pg_notify('fairnotice', 'PROCESS');
    end if;
    return null;
end $$;
create trigger wake_for_started after update of started_at on notice for each statement execute function wake_for_started();

-- A process that begins to listen may have something to hear that found nobody before. Cases begin to listen all the time, so
-- they wake only when one of them has something to hear.
create function wake_for_listener() returns trigger language plpgsql as $$
begin
    if new.event_name_ in ('Message_MailingSettled', 'Message_ChangeWithdrawn', 'Message_ChangeAmended')
       or exists (select from objection where wish is not null) then
        perform pg_notify('fairnotice', 'PROCESS');
    end if;
    return null;
end $$;
create trigger wake_for_listener after insert on act_ru_event_subscr for each row
    when (new.event_type_ = 'message') execute function wake_for_listener();
