-- A message to a contact that one person alone added or changed starts no clock before another administrator has confirmed it. The contact's epoch
-- when it was written to, since another address of the same contact is another one to confirm. What was written before goes on counting.
alter table notice_contact add column unconfirmed_epoch integer;

-- From when such a message counts: from when its contact was confirmed, so that whoever confirms late takes no time from the customer.
alter table notice_contact add column counts_from timestamptz;
