-- The relay and the mailbox that were set in the browser; passwords are sealed. What the environment sets wins.
create sequence mail_server_version;
create table mail_server (
    part            text        primary key check (part in ('RELAY', 'MAILBOX')),
    version         bigint      not null,
    host            text        not null,
    port            integer     not null check (port between 1 and 65535),
    encryption      text        not null check (encryption in ('STARTTLS', 'STARTTLS_OFFERED', 'TLS', 'NONE')),
    username        text,
    sealed_password text,
    folder          text        check (folder is not null or part <> 'MAILBOX'),
    changed_by      text        not null,
    changed_at      timestamptz not null
);

-- What one administrator asked for and another has to confirm; no host where there is to be none.
create table mail_server_request (
    id              bigint generated always as identity unique,
    part            text        primary key check (part in ('RELAY', 'MAILBOX')),
    host            text,
    port            integer     check (port between 1 and 65535),
    encryption      text        check (encryption in ('STARTTLS', 'STARTTLS_OFFERED', 'TLS', 'NONE')),
    username        text,
    sealed_password text,
    folder          text,
    asked_by        text        not null references staff,
    asked_at        timestamptz not null,
    check ((host is null) = (port is null) and (host is null) = (encryption is null))
);

-- The last time that a test mail was accepted by a relay and, where there was a mailbox, came back: their identities. Whatever differs from them is
-- untested, and nothing is announced through it.
create table mail_proof (
    one     boolean     primary key default true check (one),
    relay   text        not null,
    mailbox text,
    at      timestamptz not null
);

-- A test mail, to the reply address of one register. Legal times, but for claimed_at.
create table mail_test (
    id            bigint generated always as identity primary key,
    token         uuid        not null unique default gen_random_uuid(),
    register      text        not null,
    relay         text        not null,
    mailbox       text,
    sender        text        not null,
    recipient     text        not null,
    -- none where it was made by itself, once for each register and pair of servers
    asked_by      text,
    asked_at      timestamptz not null,
    claimed_at    timestamptz,
    encryption    text,
    accepted_at   timestamptz,
    reply         text,
    failure       text,
    detail        text,
    returned_at   timestamptz,
    bounced_at    timestamptz,
    bounce        text,
    mailbox_fault text,
    -- what DNS said of its sender, and of the signature it came back with
    spf           text,
    spf_record    text,
    relay_address text,
    dmarc         text,
    dmarc_record  text,
    dkim          text,
    dkim_detail   text
);
create unique index mail_test_by_itself on mail_test (register, relay, coalesce(mailbox, '')) where asked_by is null;
create index mail_test_of_register on mail_test (register, id);
create index mail_test_to_send on mail_test (id) where claimed_at is null;

-- Whoever announced before this had a relay that took it: the one that the environment names counts as tested.
insert into mail_proof (relay, at)
select 'earlier', min(announced_at) from vendor_change where announced_at is not null having count(*) > 0;
