-- What a customer's calendar knows a notice by; drawn, since a number would tell how many notices were given. Null where a calendar may
-- hold it by its number from before this version.
alter table notice add calendar_id text;
alter table notice alter calendar_id set default 'notice-' || replace(gen_random_uuid()::text, '-', '');
