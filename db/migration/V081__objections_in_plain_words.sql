-- An objection that was admitted awaits an offer, is resolved by one, or is withdrawn; it has a message that its process is to hear. To cure is to
-- remedy a breach, which no change of a vendor is.
alter table objection rename column wish to pending_message;
alter index objection_wishing rename to objection_pending_message;
alter trigger wake_for_wish on objection rename to wake_for_pending_message;

create or replace function wake_for_listener() returns trigger language plpgsql as $$
begin
    if new.event_name_ in ('Message_MailingSettled', 'Message_ChangeWithdrawn', 'Message_ChangeAmended')
       or exists (select from objection where pending_message is not null) then
        perform pg_notify('fairnotice', 'PROCESS');
    end if;
    return null;
end $$;

drop index objection_awaiting_publisher;
update objection
   set state = case state when 'CURE' then 'AWAITING_OFFER' when 'CURED' then 'RESOLVED' else 'WITHDRAWN' end
 where state in ('CURE', 'CURED', 'DROPPED');
update objection set pending_message = 'WITHDRAWN' where pending_message = 'DROPPED';
update objection_message set kind = 'WITHDRAWN' where kind = 'DROPPED';
create index objection_awaiting_publisher on objection (due_at)
    where settled_at is null and state in ('ASSESSMENT', 'CONTESTED', 'AWAITING_OFFER');
