-- Why an objection was refused; null for refusals before the reason was kept.
alter table objection add column refused_for text;
-- Filed after the customer's earlier objection to the same round of the change was refused for good.
alter table objection add column again boolean not null default false;
