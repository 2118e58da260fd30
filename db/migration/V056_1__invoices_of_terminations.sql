-- Which invoices a refund was worked out from, without case and blanks, so that none is refunded twice under another order or customer. An order
-- without lines is on no invoice: its line and its invoice bear its own number.
alter table termination add column invoices text[] not null default '{}';
update termination
   set invoices = array(select distinct lower(regexp_replace(line #>> '{payment,invoice}', '\s', '', 'g'))
                          from jsonb_array_elements(coalesce(worksheet -> 'lines', '[]')) line
                         where (line #>> '{part,line}', line #>> '{payment,invoice}')
                               is distinct from (line #>> '{part,order}', line #>> '{part,order}')
                         order by 1);
create index termination_by_invoice on termination using gin (invoices);
