-- Whoever changed the contacts may confirm what others changed besides, and the other way round: what waits was else confirmed by nobody once
-- both administrators had changed something. What waits already is everybody's who changed it.
alter table customer_unconfirmed add column contacts_by text[] not null default '{}';
alter table customer_unconfirmed add column rest_by text[] not null default '{}';
