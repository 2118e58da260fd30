-- A customer that terminates some of its orders may object for the others: that case lives beside the one whose termination is still paid.
drop index objection_live;
create unique index objection_live on objection (change_reference, customer)
    where settled_at is null and customer is not null and state <> 'TERMINATING';
