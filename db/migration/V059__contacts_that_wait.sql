-- A change of a customer's contacts waits for another administrator whether or not anything runs. Whoever one person added meanwhile, and
-- another took away, is kept as well: such a contact goes on being written to, and decides nothing.
alter table customer_unconfirmed add column left_contacts jsonb not null default '[]';
