-- Notices whose customers are told for themselves that a change is in effect, once their own notice has ended: their clocks were started or
-- moved after everybody else had been told, or their terms do not let a change go first.
create table late_notice (
    notice  bigint primary key references notice,
    told_at timestamptz
);
create index late_notice_untold on late_notice (notice) where told_at is null;

-- those that run now
insert into late_notice (notice)
select n.id
  from notice n join telling t on t.reference = n.reference and t.round = n.round and t.occasion = 'IN_EFFECT'
 where n.superseded_at is null and n.started_at > t.created_at and n.notice_ends_at > now();
