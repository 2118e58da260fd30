-- Whether a contact of the customer made an objection the customer's own, where none filed it. One that nobody at the customer made its own
-- takes nothing from the customer, however it ends.
alter table objection add column adopted boolean not null default false;
update objection o
   set adopted = true
 where exists (select 1 from objection_message m
                where m.objection = o.id and not m.internal and m.author like 'customer:%/contact:%');
