-- Mailings, their batches and their messages (design, section 6).

create table mailing (
    id           bigint generated always as identity primary key,
    key          text        not null unique,
    kind         text        not null check (kind in ('CONTRACTUAL', 'NEWSLETTER')),
    about        text        not null,
    from_name    text        not null,
    sender       text        not null,
    reply_to     text        not null,
    list_id      text        not null,
    subject      text        not null,
    text_part    text        not null,
    html_part    text,
    -- makes Message-IDs that nobody can guess, so that nobody can forge a bounce of a message he never got
    secret       uuid        not null default gen_random_uuid(),
    created_at   timestamptz not null,
    sealed_at    timestamptz,
    settled_at   timestamptz,
    cancelled_at timestamptz,
    signalled_at timestamptz
);
create index mailing_about on mailing (about);
create index mailing_to_signal on mailing (settled_at) where settled_at is not null and signalled_at is null;

-- What senders claim: small, so that claiming never walks a large table.
create table mail_batch (
    id          bigint generated always as identity primary key,
    mailing     bigint  not null references mailing,
    size        integer not null,
    owner       uuid,
    -- real time, of this database
    lease_until timestamptz,
    -- legal time
    done_at     timestamptz,
    reported_at timestamptz
);
create index mail_batch_of_mailing on mail_batch (mailing);
create index mail_batch_to_send on mail_batch (id) where done_at is null;
create index mail_batch_to_report on mail_batch (id) where done_at is not null and reported_at is null;

-- state, attempts, reply and at change with every hand-over: room is left on each page and nothing that changes is indexed,
-- so that the updates stay heap-only.
create table mail_message (
    batch        bigint  not null references mail_batch,
    ordinal      integer not null,
    mailing      bigint  not null,
    party        bigint  not null,
    contact      bigint  not null,
    address      text    not null,
    name         text,
    fields       jsonb   not null,
    link_purpose text,
    link_subject bigint,
    link_holder  bigint,
    link_epoch   integer,
    state        text    not null default 'PENDING',
    attempts     integer not null default 0,
    reply        text,
    at           timestamptz,
    primary key (batch, ordinal)
) with (fillfactor = 70);
-- One message per address and party, compared without case; also answers whom a mailing already writes to.
create unique index mail_message_once on mail_message (mailing, lower(address), party);

-- Messages their server asked us to bring again; real time, of this database.
create table mail_deferred (
    batch           bigint      not null,
    ordinal         integer     not null,
    since           timestamptz not null default now(),
    next_attempt_at timestamptz not null,
    attempts        integer     not null default 1,
    primary key (batch, ordinal),
    foreign key (batch, ordinal) references mail_message
);
create index mail_deferred_due on mail_deferred (next_attempt_at);

-- Outcomes that came after a message's first; told to the mailing's owner once its batch was reported.
create table mail_late (
    id      bigint generated always as identity primary key,
    batch   bigint      not null,
    ordinal integer     not null,
    state   text        not null,
    at      timestamptz not null,
    reply   text
);
