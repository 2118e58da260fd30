-- When the last of the terminated orders ends, and when its customer was told so; nobody is told of an end that lies behind.
alter table termination add column ends_at timestamptz;
alter table termination add column end_told_at timestamptz;
update termination
   set ends_at = ((select max((e ->> 'lastDay')::date) + 1 from jsonb_array_elements(worksheet -> 'elections') e)::timestamp
                  at time zone coalesce(worksheet ->> 'zone', 'UTC'));
update termination set end_told_at = ends_at where ends_at <= now();
create index termination_end_to_tell on termination (ends_at) where end_told_at is null and ends_at is not null;
