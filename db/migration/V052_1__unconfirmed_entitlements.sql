-- A change of what a customer's notices depend on waits for another administrator too, whether or not a case of it is open: until then it is
-- given notice by the better of both.
alter table customer_unconfirmed alter column contacts drop not null;
alter table customer_unconfirmed alter column orders drop not null;
alter table customer_unconfirmed add column entitlement jsonb;
alter table customer_unconfirmed add check ((contacts is null) = (orders is null));
