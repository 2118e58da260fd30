-- What is looked at all the time is found without walking what is finished.

-- A letter to a few, whose outcome nobody waits for, is done with when it was tried: nothing is reported of it and nobody is signalled.
alter table mailing add column followed boolean not null default true;
drop index mailing_to_signal;
create index mailing_to_signal on mailing (id) where settled_at is not null and signalled_at is null;

-- Which batch goes first is known when it is cut: a letter, a large mailing, the newsletter.
alter table mail_batch add column urgency smallint not null default 0;
update mail_batch b set urgency = case when m.kind = 'NEWSLETTER' then 2 when b.size > 20 then 1 else 0 end
  from mailing m where m.id = b.mailing and b.done_at is null;
drop index mail_batch_to_send;
create index mail_batch_to_send on mail_batch (urgency, id) where done_at is null;

-- Mailings by the beginning of their key, whatever the database sorts by.
create index mailing_by_prefix on mailing (key collate "C");

-- Open cases of a change that was given up, or announced anew.
create index objection_unsettled on objection (change_reference, round) where settled_at is null;

-- A customer's notices of one change, the newest round first; found so by plans that do not know how many changes are asked for.
drop index notice_of_customer;
create index notice_of_customer on notice (customer, reference, round desc);

-- The inbox, one kind of task after the other, the most urgent first.
create index task_urgent_first on act_ru_task (task_def_key_, due_date_, create_time_, id_);

-- Due jobs, the oldest first: the engine asks for a few at a time, and without these it sorts all that are due, each time. It sets a due
-- date with every job from now on, so that it need not ask for those without one too.
update act_ru_job set duedate_ = create_time_ where duedate_ is null;
create index job_due on act_ru_job (duedate_) where retries_ > 0;
create index job_locked on act_ru_job (process_instance_id_) where lock_owner_ is not null;

-- History is removed ten years after its process began, which is written down when it begins.
update act_hi_procinst set removal_time_ = start_time_ + interval '3650 days' where removal_time_ is null;
update act_hi_taskinst set removal_time_ = start_time_ + interval '3650 days' where removal_time_ is null;

-- The engine keeps the level of its history here and refuses to start with another: 20 is our "tasks".
update act_ge_property set value_ = '20', rev_ = rev_ + 1 where name_ = 'historyLevel';
