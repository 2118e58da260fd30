-- Tokens of machines, as their owners keep them: a name, an end, and less than all that the owner may do. Those there are get a year from now, since nothing
-- told their owners of an end.
alter table api_token
    add column id         bigint generated always as identity unique,
    add column name       text        not null default '',
    add column read_only  boolean     not null default false,
    -- as staff.roles and staff_role_register hold them, the latter as ROLE:register; both null: whatever the owner may do
    add column roles      text[],
    add column scoped     text[],
    add column expires_at timestamptz not null default now() + interval '365 days';
alter table api_token
    alter column name drop default,
    alter column expires_at drop default,
    add check ((roles is null) = (scoped is null));
