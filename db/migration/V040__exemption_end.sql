-- When the customer of an accepted exemption is told that it ends; one without a last day has no row to tell of, and neither has one that
-- had ended before this was kept.
create table exemption_end (
    objection bigint primary key references objection,
    tell_at   timestamptz,
    told_at   timestamptz
);
create index exemption_end_to_tell on exemption_end (tell_at) where told_at is null and tell_at is not null;
create index objection_exempted on objection (id) where state = 'EXEMPTED';
