-- Links that were sent in place of ended ones. Links themselves are not stored; what is, is until when such a one opens its notice.
create table renewed_link (
    id      bigint generated always as identity primary key,
    notice  bigint      not null references notice,
    contact bigint      not null,
    made_at timestamptz not null,
    -- legal time at which its last day ends
    ends_at timestamptz not null
);
