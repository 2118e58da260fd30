-- Who stands in for whom, on which days (UTC, real time): the deputy acts with the roles that the absent colleague holds then, but for those of
-- administrators and auditors. At most one for each account; one that is not confirmed counts for nothing yet.
create table staff_absence (
    id        bigint generated always as identity unique,
    username  text primary key references staff,
    deputy    text        not null references staff check (deputy <> username),
    first_day date        not null,
    last_day  date        not null check (last_day >= first_day),
    asked_by  text        not null references staff,
    asked_at  timestamptz not null,
    confirmed boolean     not null
);
create index on staff_absence (deputy);

-- Those for whom somebody stands in today, and the deputy.
create view staff_absent as
select a.username, a.deputy
  from staff_absence a join staff s on s.username = a.username
 where a.confirmed and not s.disabled and (now() at time zone 'UTC')::date between a.first_day and a.last_day;

-- The roles that are lent today: for all registers, or for one.
create view staff_lent_role as
select a.deputy, r.role, null as register
  from staff_absent a join staff s on s.username = a.username cross join unnest(s.roles) as r (role)
 where r.role not in ('ADMIN', 'AUDITOR')
union
select a.deputy, r.role, r.register
  from staff_absent a join staff_role_register r on r.username = a.username
 where r.role not in ('ADMIN', 'AUDITOR');
