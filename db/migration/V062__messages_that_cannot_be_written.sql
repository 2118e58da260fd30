-- Of a message that waits to be tried again: whether it was never written, so that nobody was asked to take it. It counts as refused meanwhile,
-- and staff see why among the incidents.
alter table mail_deferred add column unwritten boolean not null default false;
