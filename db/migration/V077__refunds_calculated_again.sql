-- A refund that was calculated again on what was put right after its customer chose: the worksheet as the customer saw it then. Null for one that was not.
alter table termination add column elected_worksheet jsonb;
