-- What was invoiced and paid for each line of an order. Lines are read and written with their order and never without it, so
-- they stand in its row: reading a page of customers costs no query more.
alter table customer_order
    add column lines jsonb not null default '[]' check (jsonb_typeof(lines) = 'array');
