-- Mailings that belong together stand in one conversation: a later message names the first that the same recipient got in it.
alter table mailing add column thread text;
create index mailing_of_thread on mailing (thread) where thread is not null;

-- The first message to this recipient in the thread; null for that message itself, and outside of threads.
alter table mail_message add column first_mailing bigint;
alter table mail_message add column first_batch bigint;
alter table mail_message add column first_ordinal integer;
