-- Orders that were changed with what a customer's notices depend on wait for another administrator too, and count for no case, whenever that
-- is opened; the contacts of today count then. What waits already is kept as it stood before the first change.
alter table customer_unconfirmed drop constraint customer_unconfirmed_check;
update customer_unconfirmed set orders = entitlement -> 'orders'
 where orders is null and entitlement is not null
   and exists (select from unnest(fields) field where field like 'orders/%');
