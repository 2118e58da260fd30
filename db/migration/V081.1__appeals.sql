-- A refusal on appeal for another reason than the one that was appealed can be appealed as well; so its letter needs a number.
alter table objection add column appeals integer not null default 0 check (appeals >= 0);
update objection set appeals = 1 where contested;
