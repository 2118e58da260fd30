-- When something that its customer is said to have written was first added to an open objection that nobody at the customer had made its own. The
-- customer's time in it is counted anew from then, once.
alter table objection add column joined_at timestamptz;
