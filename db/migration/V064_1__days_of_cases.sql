-- What calendars know the days of a case by. Null for its number; where calendars may hold them by the customer's notice from before this
-- version, that of the last one, which a later notice no longer alters.
alter table objection add column calendar_id text;
update objection o
   set calendar_id = (select coalesce(n.calendar_id, 'notice-' || n.id) from notice n
                       where n.reference = o.change_reference and n.customer = o.customer
                       order by n.round desc limit 1)
 where o.customer is not null;
