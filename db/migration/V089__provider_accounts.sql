-- Whose account somebody is whom an OpenID Connect provider knows. A subject is unique within its issuer and never given to anybody else (OpenID Connect Core,
-- section 2), which an address or a name is not.
create table provider_account (
    issuer   text        not null,
    subject  text        not null check (length(subject) <= 255),
    username text        not null unique references staff,
    since    timestamptz not null default now(),
    primary key (issuer, subject)
);
