-- When an email of one of the customer's contacts was first added to an open objection that nobody at the customer had made its own. The customer's
-- time in it is counted anew from that email, once.
alter table objection add column emailed_at timestamptz;
