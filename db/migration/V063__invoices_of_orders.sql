-- By which invoices what was bought was paid, without case, blanks and ways to write a hyphen: an invoice belongs to one customer of a register,
-- and is its own also while it was taken from it and nobody else confirmed that.
alter table customer_order add column invoices text[] not null default '{}';
update customer_order set invoices = array(
    select distinct lower(regexp_replace(regexp_replace(normalize(payment ->> 'invoice', nfkc), '\s', '', 'g'), '[\u2010-\u2015]', '-', 'g'))
      from jsonb_array_elements(lines) line, jsonb_array_elements(line -> 'payments') payment order by 1)
 where lines <> '[]';
create index customer_order_by_invoice on customer_order using gin (invoices);

alter table customer_unconfirmed add column invoices text[] not null default '{}';
update customer_unconfirmed set invoices = array(
    select distinct lower(regexp_replace(regexp_replace(normalize(payment ->> 'invoice', nfkc), '\s', '', 'g'), '[\u2010-\u2015]', '-', 'g'))
      from jsonb_array_elements(orders) stood, jsonb_array_elements(stood -> 'lines') line, jsonb_array_elements(line -> 'payments') payment
     order by 1)
 where jsonb_typeof(orders) = 'array';
create index customer_unconfirmed_by_invoice on customer_unconfirmed using gin (invoices);
