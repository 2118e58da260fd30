-- Who wrote what waits of a customer is kept by field and value: of two administrators who changed the same part, whoever put theirs back may
-- confirm what the other wrote. What waits already is of everybody who changed its part.
alter table customer_unconfirmed add column authors jsonb not null default '{}';

update customer_unconfirmed u
   set authors = known.authors
  from (select each.customer, jsonb_object_agg(field, jsonb_build_object('', to_jsonb(
                   case when each.contacts_by = '{}' or each.rest_by = '{}' then each.changed_by
                        when field like 'contacts/%' then each.contacts_by
                        else each.rest_by end))) as authors
          from customer_unconfirmed each,
               unnest(each.fields || case when each.resembles = '[]' then '{}' else array['resembles'] end) field
         group by each.customer) known
 where known.customer = u.customer;

-- A part of which nothing was changed waits for nobody.
update customer_unconfirmed set contacts = null
 where left_contacts = '[]' and not exists (select from unnest(fields) field where field like 'contacts/%');
update customer_unconfirmed set orders = null
 where resembles = '[]' and not exists (select from unnest(fields) field where field like 'orders/%');
